import type { VNode } from 'preact';
import { FORM_TOKEN_FIELD } from '../http/form-token.guard.js';
import type { Visitor } from '../http/visit.js';

/** The field that belongs in every form of somebody who is signed in. */
export function FormToken({ visitor }: { readonly visitor: Visitor }): VNode {
  return <input type="hidden" name={FORM_TOKEN_FIELD} value={visitor.formToken} />;
}
