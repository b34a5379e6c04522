import type { StandardSchemaV1 } from '@standard-schema/spec';

/** What a schema refused, kept as it was told until it is known in which language to answer. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';

  constructor(readonly issues: readonly StandardSchemaV1.Issue[]) {
    super('REQUEST.INVALID');
  }

  /** The same, found in a parameter of this name. */
  within(parameter: string): InvalidInput {
    return new InvalidInput(
      this.issues.map((issue) => ({ ...issue, path: [parameter, ...(issue.path ?? [])] })),
    );
  }
}
