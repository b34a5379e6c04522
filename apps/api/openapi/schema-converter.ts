import { z } from 'zod';

interface Converted {
  readonly schema: unknown;
  readonly components?: Record<string, unknown>;
}

type Json = Record<string, unknown>;

/** The format of an id says all; the pattern behind it says the same to machines of another kind. */
function withoutIdPatterns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIdPatterns);
  if (typeof value !== 'object' || value === null) return value;
  const json = value as Json;
  const entries = Object.entries(json).filter(([key]) => !(key === 'pattern' && json['format'] === 'uuid'));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutIdPatterns(inner)]));
}

/**
 * A zod schema as JSON Schema 2020-12, the dialect of OpenAPI 3.1. Schemas with an id become components.
 * @returns undefined for what is no zod schema.
 */
export function convertSchema(
  schema: unknown,
  options: { schemaType: 'input' | 'output' },
): Converted | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const {
    $schema: _dialect,
    $defs,
    ...root
  } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: options.schemaType,
    unrepresentable: 'any',
  }) as Json & { $defs?: Record<string, unknown> };
  return {
    schema: withoutIdPatterns(root),
    ...($defs === undefined ? {} : { components: withoutIdPatterns($defs) as Record<string, unknown> }),
  };
}
