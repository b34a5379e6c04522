import type { CastName } from '../../apps/local/demonstration/cast.js';
import { VISIBLE_LINE, VISIBLE_TEXT } from '../../libs/input/storable-text.js';
import { type Asking, type Method, World, type WorldSettings } from '../scenarios/world.js';

/** Stands in every text that people write in a marked world, and nowhere else. */
export const CANARY = 'kanariefugl';
/** Stands in the places of meetings instead, which belong into calendar entries and nowhere else. */
export const PLACE_CANARY = 'fuglekvidder';

/** Names of what an organisation counts its plans by, of wordings and of policies: nobody's own words. */
const NAMES = ['cluster', 'department', 'wordingVersion', 'version'];

interface Schema {
  readonly $ref?: string;
  readonly type?: string | string[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Body {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

/** The API's own description, as far as bodies go. */
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly requestBody?: Body }>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** A world in which everything that people write holds the canary. Which fields these are, the API itself describes. */
export class MarkedWorld extends World {
  /** The fields that were marked, each with the path it was sent to. */
  readonly marked = new Set<string>();
  /** Every address that was asked. */
  readonly addresses = new Set<string>();
  #description: Promise<Description> | null = null;

  constructor(private readonly marking: WorldSettings) {
    super(marking);
  }

  override as(name: CastName, intention: string): Asking {
    const ask = super.as(name, intention);
    return async <T>(method: Method, path: string, body?: unknown, ifMatch?: string): Promise<T> => {
      this.addresses.add(path);
      const description = await (this.#description ??= this.describe());
      const [template, schema] = bodyOf(description, method, path);
      return ask<T>(method, path, this.mark(description, template, schema, body), ifMatch);
    };
  }

  /** Uploads a document with the canary in its name and its content. */
  async upload(name: CastName, planId: string, participantId: string): Promise<number> {
    const answer = await fetch(
      `${this.marking.apiUrl}/api/v1/plans/${planId}/documents?participantId=${participantId}`,
      {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${await this.marking.tokenOf(name)}`,
          'Content-Type': 'text/plain; charset=utf-8',
          'Content-Disposition': `attachment; filename="${CANARY}.txt"`,
        },
        body: `Behandlingsplan ${CANARY}`,
      },
    );
    return answer.status;
  }

  /** Asks as a stranger's program might: the body as it is, and whatever the answer. */
  async send(name: CastName, method: Method, path: string, body?: string): Promise<number> {
    const answer = await fetch(`${this.marking.apiUrl}/api/v1/${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${await this.marking.tokenOf(name)}`,
        'Content-Type': 'application/json',
      },
      ...(body === undefined ? {} : { body }),
    });
    return answer.status;
  }

  private async describe(): Promise<Description> {
    const answer = await fetch(`${this.marking.apiUrl}/api/openapi.json`);
    return (await answer.json()) as Description;
  }

  private mark(description: Description, where: string, schema: Schema | undefined, value: unknown): unknown {
    if (schema === undefined || value === null || value === undefined) return value;
    if (schema.$ref !== undefined)
      return this.mark(description, where, description.components?.schemas?.[nameIn(schema.$ref)], value);
    if (typeof value === 'string') {
      if (!isFreeText(description, schema)) return value;
      this.marked.add(where);
      return `${value} ${isPlaceOfMeeting(where) ? PLACE_CANARY : CANARY}`;
    }
    if (Array.isArray(value))
      return value.map((one) => this.mark(description, `${where}[]`, itemsOf(description, schema), one));
    if (typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([field, inner]) => {
        const skipped = NAMES.includes(field);
        const of = skipped ? undefined : propertyOf(description, schema, field);
        return [field, this.mark(description, `${where} ${field}`, of, inner)];
      }),
    );
  }
}

function isPlaceOfMeeting(where: string): boolean {
  return where.includes('/meetings') && where.endsWith(' place');
}

function bodyOf({ paths }: Description, method: Method, path: string): [string, Schema | undefined] {
  const parts = `api/v1/${path.split('?', 1)[0] ?? ''}`.split('/');
  for (const [template, operations] of Object.entries(paths)) {
    const wanted = template.slice(1).split('/');
    const fits =
      wanted.length === parts.length && wanted.every((one, i) => one.startsWith('{') || one === parts[i]);
    const operation = fits ? operations[method.toLowerCase()] : undefined;
    if (operation !== undefined)
      return [template, operation.requestBody?.content?.['application/json']?.schema];
  }
  return [path, undefined];
}

/** The schemas that a value may be of, references followed. */
function variants(description: Description, schema: Schema): Schema[] {
  if (schema.$ref !== undefined) {
    const found = description.components?.schemas?.[nameIn(schema.$ref)];
    return found === undefined ? [] : variants(description, found);
  }
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [schema, ...inner.flatMap((one) => variants(description, one))];
}

function isFreeText(description: Description, schema: Schema): boolean {
  return variants(description, schema).some(
    ({ pattern }) => pattern === VISIBLE_TEXT || pattern === VISIBLE_LINE,
  );
}

function itemsOf(description: Description, schema: Schema): Schema | undefined {
  return variants(description, schema).find(({ items }) => items !== undefined)?.items;
}

function propertyOf(description: Description, schema: Schema, field: string): Schema | undefined {
  return variants(description, schema).find(({ properties }) => properties?.[field] !== undefined)
    ?.properties?.[field];
}

function nameIn(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
