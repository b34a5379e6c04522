import type { VNode } from 'preact';
import { DOCUMENT_TYPES } from '../../../libs/documents/document-types.js';
import { FieldGroup, FieldNotes, LabelWords } from './field-frame.js';
import { describedBy, type FieldParts } from './form-fields.js';

/** A file of one of the types that are taken. What was chosen before has to be chosen again: no page may name it. */
export function FileField(parts: FieldParts): VNode {
  const { name } = parts;
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
        accept={DOCUMENT_TYPES.join(',')}
        aria-describedby={describedBy(parts)}
      />
    </FieldGroup>
  );
}
