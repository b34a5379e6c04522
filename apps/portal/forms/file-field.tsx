import type { VNode } from 'preact';
import { OFFERED_FILES } from '../../../libs/documents/document-types.js';
import { FieldGroup, FieldNotes, LabelWords } from './field-frame.js';
import { describedBy, type FieldParts, problemOf } from './form-fields.js';

/** A file of one of the types that are taken. What was chosen before has to be chosen again: no page may name it. */
export function FileField(parts: FieldParts): VNode {
  const { form, name } = parts;
  return (
    <FieldGroup parts={parts}>
      <label class="form-label" for={name}>
        <LabelWords {...parts} />
      </label>
      <FieldNotes {...parts} />
      <input
        class="form-input file-input"
        type="file"
        id={name}
        name={name}
        accept={OFFERED_FILES.join(',')}
        aria-describedby={describedBy(parts)}
        aria-invalid={problemOf(form, name) === null ? undefined : 'true'}
      />
    </FieldGroup>
  );
}
