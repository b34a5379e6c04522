import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import type { Expectation } from '../schemas/expectations.js';
import { InvalidInput } from './invalid-input.js';

/** Holds bodies, queries and path parameters against the schema that stands beside them. */
@Injectable()
export class InputPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => new InvalidInput(issues) });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (metadata.type === 'query') refuseDoubled(value);
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      throw error instanceof InvalidInput && metadata.data !== undefined
        ? error.within(metadata.data)
        : error;
    }
  }

  /** A field with the name of something that every object has is not known, and is refused like any other. */
  protected override stripProtoKeys(): void {
    // Nothing is taken out: the schemas take no field that they do not name.
  }
}

/** Nothing is asked for in a list: a parameter that comes twice would be read as one of the two. */
function refuseDoubled(query: unknown): void {
  const doubled = Object.entries(query ?? {}).filter(([, value]) => Array.isArray(value));
  if (doubled.length === 0) return;
  throw new InvalidInput(
    doubled.map(([name]) => ({ message: 'expected.once' satisfies Expectation, path: [name] })),
  );
}
