import { FIELD_DESCRIPTIONS } from './field-descriptions.words.js';

type Json = Record<string, unknown>;

/** A field of a request, with the part of the schema that describes it. */
export interface RequestField {
  /** The names from the body to the field, with dots between. */
  readonly path: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly schema: Json;
}

const IN_LIST = ['anyOf', 'oneOf', 'allOf', 'prefixItems'];

/**
 * Every field of a JSON Schema, in objects, lists and alternatives; what it refers to included, once.
 * @param schemas the components that `$ref` names
 */
export function fieldsOf(
  schema: unknown,
  schemas: Readonly<Record<string, unknown>>,
  path = '',
  seen: ReadonlySet<string> = new Set(),
): RequestField[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const json = schema as Json;
  const within = (inner: unknown, where = path): RequestField[] => fieldsOf(inner, schemas, where, seen);
  const name = referenceIn(json);
  const referred =
    name === null || seen.has(name) ? [] : fieldsOf(schemas[name], schemas, path, new Set([...seen, name]));
  const properties = Object.entries((json['properties'] ?? {}) as Record<string, Json>).flatMap(
    ([field, inner]) => {
      const where = path === '' ? field : `${path}.${field}`;
      const description = inner['description'] as string | undefined;
      return [{ path: where, name: field, description, schema: inner }, ...within(inner, where)];
    },
  );
  const alternatives = IN_LIST.flatMap((key) =>
    ((json[key] ?? []) as unknown[]).flatMap((one) => within(one)),
  );
  return [
    ...referred,
    ...properties,
    ...alternatives,
    ...within(json['items']),
    ...within(json['additionalProperties']),
  ];
}

function referenceIn({ $ref: reference }: Json): string | null {
  return typeof reference === 'string' ? (reference.split('/').at(-1) ?? null) : null;
}

/**
 * Describes every field of a request that its own schema does not describe, by the table.
 * @param operationId the operation whose request it is
 */
export function describeFields(
  content: unknown,
  schemas: Readonly<Record<string, unknown>>,
  operationId: string,
): void {
  for (const { path, name, description, schema } of fieldsOf(content, schemas)) {
    const words = wordsFor(operationId, name, path.split('.').at(-2));
    if (description === undefined && words !== undefined) schema['description'] = words;
  }
}

/** The words for a field or parameter; undefined if nobody has written any. */
export function wordsFor(operationId: string, name: string, around?: string): string | undefined {
  return (
    FIELD_DESCRIPTIONS[`${operationId}.${name}`] ??
    (around === undefined ? undefined : FIELD_DESCRIPTIONS[`${around}.${name}`]) ??
    (around === undefined ? undefined : FIELD_DESCRIPTIONS[`${around}.*`]) ??
    FIELD_DESCRIPTIONS[name]
  );
}
