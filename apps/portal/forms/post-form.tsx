import { randomUUID } from 'node:crypto';
import type { ComponentChildren, VNode } from 'preact';
import type { Visitor } from '../http/visit.js';
import { FormToken } from '../layout/form-token.js';
import { ERRORS } from './error-summary.js';

/** The field that names one sending of a form, so that sending it twice does it once. */
export const SENDING_FIELD = 'sending';

interface PostParts {
  readonly visitor: Visitor;
  readonly action: string;
  /** Whether a file is sent along. */
  readonly withFile?: boolean;
  readonly children: ComponentChildren;
}

/** A form that changes something. */
export function PostForm({ visitor, action, withFile = false, children }: PostParts): VNode {
  return (
    <form
      method="post"
      action={`${action}#${ERRORS}`}
      encType={withFile ? 'multipart/form-data' : undefined}
      noValidate
    >
      <FormToken visitor={visitor} />
      <input type="hidden" name={SENDING_FIELD} value={randomUUID()} />
      {children}
    </form>
  );
}
