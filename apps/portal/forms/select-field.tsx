import type { VNode } from 'preact';
import type { Choice } from './choice-field.js';
import { FieldGroup, FieldNotes, LabelWords } from './field-frame.js';
import { describedBy, type FieldParts, problemOf } from './form-fields.js';

/** One of many choices. */
export function SelectField(parts: FieldParts & { readonly choices: readonly Choice[] }): VNode {
  const { form, name, choices } = parts;
  return (
    <FieldGroup parts={parts}>
      <label class="form-label" for={name}>
        <LabelWords {...parts} />
      </label>
      <FieldNotes {...parts} />
      <select
        class="form-select"
        id={name}
        name={name}
        aria-describedby={describedBy(parts)}
        aria-invalid={problemOf(form, name) === null ? undefined : 'true'}
      >
        {choices.map(({ value, label }) => (
          <option key={value} value={value} selected={form.values.one(name) === value}>
            {label}
          </option>
        ))}
      </select>
    </FieldGroup>
  );
}
