import type { VNode } from 'preact';
import { isNamedDate, type LocalDate } from '../../../libs/domain/calendar/index.js';
import { FieldGroup, FieldNotes, LabelWords } from './field-frame.js';
import { describedBy, type FieldParts } from './form-fields.js';
import type { FormValues } from './form-values.js';
import { FORM_WORDS } from './form.words.js';

const PARTS = ['day', 'month', 'year'] as const;
const WIDTHS = { day: 2, month: 2, year: 4 } as const;

/** A date in three fields, as people write it. */
export function DateField(parts: FieldParts): VNode {
  const { form, name } = parts;
  const words = FORM_WORDS[form.language];
  return (
    <FieldGroup parts={parts}>
      <fieldset aria-describedby={describedBy(parts)}>
        <legend class="form-label">
          <LabelWords {...parts} />
        </legend>
        <FieldNotes {...parts} />
        <div class="date-group mt-3">
          {PARTS.map((part, index) => (
            <div key={part} class={`form-group form-group-${part}`}>
              <label class="form-label" for={index === 0 ? name : `${name}-${part}`}>
                {words[part]}
              </label>
              <input
                class="form-input"
                type="text"
                inputMode="numeric"
                maxLength={WIDTHS[part]}
                id={index === 0 ? name : `${name}-${part}`}
                name={`${name}-${part}`}
                value={form.values.one(`${name}-${part}`)}
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
