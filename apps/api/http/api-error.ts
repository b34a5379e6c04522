import type { FieldProblem, Problem, ProblemCode } from '../../../libs/contracts/problem.js';

/** What an answer tells beside the code of its problem. */
export interface ApiErrorParts {
  readonly errors?: readonly FieldProblem[];
  readonly context?: Problem['context'];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that the API itself refuses. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: ProblemCode,
    readonly parts: ApiErrorParts = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
