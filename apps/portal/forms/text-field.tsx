import type { VNode } from 'preact';
import { FieldGroup, FieldNotes, LabelWords } from './field-frame.js';
import { describedBy, type FieldParts, problemOf } from './form-fields.js';

interface TextParts extends FieldParts {
  /** More than one for a text of several lines. */
  readonly rows?: number;
}

/** A text of one line, or of several. */
export function TextField(parts: TextParts): VNode {
  const { form, name, rows = 1 } = parts;
  const value = form.values.one(name);
  const shared = {
    id: name,
    name,
    class: 'form-input',
    'aria-describedby': describedBy(parts),
    'aria-invalid': problemOf(form, name) === null ? undefined : ('true' as const),
  };
  return (
    <FieldGroup parts={parts}>
      <label class="form-label" for={name}>
        <LabelWords {...parts} />
      </label>
      <FieldNotes {...parts} />
      {rows > 1 ? (
        <textarea {...shared} rows={rows}>
          {value}
        </textarea>
      ) : (
        <input {...shared} type="text" value={value} />
      )}
    </FieldGroup>
  );
}
