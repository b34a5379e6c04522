import { z } from 'zod';

interface Converted {
  readonly schema: unknown;
  readonly components?: Record<string, unknown>;
}

type Json = Record<string, unknown>;

/** JSON Schema of dates and ids says enough by its format; the pattern behind it is for machines of another kind. */
function withoutFormatPatterns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFormatPatterns);
  if (typeof value !== 'object' || value === null) return value;
  const json = value as Json;
  const entries = Object.entries(json).filter(
    ([key]) => !(key === 'pattern' && typeof json['format'] === 'string'),
  );
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutFormatPatterns(inner)]));
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
    schema: withoutFormatPatterns(root),
    ...($defs === undefined ? {} : { components: withoutFormatPatterns($defs) as Record<string, unknown> }),
  };
}
