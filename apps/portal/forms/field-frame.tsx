import type { ComponentChildren, VNode } from 'preact';
import { type FieldParts, problemOf } from './form-fields.js';
import { FORM_WORDS } from './form.words.js';

/** The hint and the error of a field, each to be read with it. */
export function FieldNotes({ form, name, hint }: FieldParts): VNode {
  const problem = problemOf(form, name);
  return (
    <>
      {hint === undefined ? null : (
        <span class="form-hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {problem === null ? null : (
        <span class="form-error-message" id={`${name}-error`}>
          <span class="sr-only">{FORM_WORDS[form.language].error} </span>
          {problem}
        </span>
      )}
    </>
  );
}

/** A label's words, with a note where the field may be left empty. */
export function LabelWords({ form, label, optional }: FieldParts): VNode {
  return (
    <>
      {label}
      {optional === true ? <span class="weight-normal"> {FORM_WORDS[form.language].optional}</span> : null}
    </>
  );
}

/** What stands around a field: marked where it is wrong. */
export function FieldGroup({ parts, children }: GroupParts): VNode {
  const wrong = problemOf(parts.form, parts.name) !== null;
  return <div class={wrong ? 'form-group form-error' : 'form-group'}>{children}</div>;
}

interface GroupParts {
  readonly parts: FieldParts;
  readonly children: ComponentChildren;
}
