import type { VNode } from 'preact';
import {
  firstNamedYear,
  isNamedDate,
  lastNamedYear,
  type LocalDate,
} from '../../../libs/domain/calendar/index.js';
import { FieldGroup, FieldNotes, LabelWords } from './field-frame.js';
import { describedBy, type FieldParts, problemOf } from './form-fields.js';
import type { FormValues } from './form-values.js';
import { FORM_WORDS } from './form.words.js';

const PARTS = ['day', 'month', 'year'] as const;
const WIDTHS = { day: 2, month: 2, year: 4 } as const;

/** A date in three fields, as people write it. */
export function DateField(parts: FieldParts): VNode {
  const { form, name } = parts;
  const words = FORM_WORDS[form.language];
  const wrong = problemOf(form, name) === null ? null : wrongDateField(form.values, name);
  return (
    <FieldGroup parts={parts}>
      <fieldset aria-describedby={describedBy(parts)}>
        <legend class="form-label">
          <LabelWords {...parts} />
        </legend>
        <FieldNotes {...parts} />
        <div class="date-group mt-3">
          {PARTS.map((part) => (
            <div key={part} class={`form-group form-group-${part}`}>
              <label class="form-label" for={fieldId(name, part)}>
                {words[part]}
              </label>
              <input
                class="form-input"
                type="text"
                inputMode="numeric"
                maxLength={WIDTHS[part]}
                id={fieldId(name, part)}
                name={`${name}-${part}`}
                value={form.values.one(`${name}-${part}`)}
                aria-invalid={fieldId(name, part) === wrong ? 'true' : undefined}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </FieldGroup>
  );
}

/** The date of three fields: null if nothing stands there, empty for one that does not exist or lies out of reach. */
export function dateIn(values: FormValues, name: string): LocalDate | null {
  const [day, month, year] = PARTS.map((part) => values.text(`${name}-${part}`));
  if ([day, month, year].every((part) => part === null)) return null;
  const date = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isNamedDate(date) ? date : '';
}

/** The id of the very field by which the three make no date: the first that can be none, or the day that its month has not. */
export function wrongDateField(values: FormValues, name: string): string {
  const [day, month, year] = PARTS.map((part) => values.text(`${name}-${part}`));
  if (!isNumberIn(day, 1, 31)) return fieldId(name, 'day');
  if (!isNumberIn(month, 1, 12)) return fieldId(name, 'month');
  return fieldId(name, isNumberIn(year, firstNamedYear, lastNamedYear) ? 'day' : 'year');
}

function isNumberIn(text: string | null | undefined, least: number, most: number): boolean {
  return /^\d{1,4}$/.test(text ?? '') && Number(text) >= least && Number(text) <= most;
}

/** The first of the three has the name of them all, which an error leads to. */
function fieldId(name: string, part: (typeof PARTS)[number]): string {
  return part === 'day' ? name : `${name}-${part}`;
}
