import type { FieldProblem, ProblemCode } from './problem.types.js';

/** What is refused beside the rules of a plan: by the register, by erasure, by evaluation. Nothing was changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: ProblemCode,
    /** The fields that are wrong, each a JSON pointer or the name of a parameter. */
    readonly errors: readonly FieldProblem[] = [],
  ) {
    super(code);
  }
}
