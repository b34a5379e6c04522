import type { ProblemCode } from '../../../libs/contracts/problem.js';

/** A page, form or sign-in that the portal itself refuses. */
export class PageProblem extends Error {
  override readonly name = 'PageProblem';

  constructor(
    readonly code: ProblemCode,
    readonly headers: Readonly<Record<string, string>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
