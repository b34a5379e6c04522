import { createHash } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';

/** More than the system has; a statement beyond is read and planned anew each time. */
const MOST_PREPARED = 1_000;

const names = new Map<string, string>();

/**
 * A connection on which every statement with parameters is prepared at its first use, under a name made from its text.
 * Reading and planning a short statement costs PostgreSQL more than performing it.
 */
export class PreparingClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    const query = this.query.bind(this) as (...given: unknown[]) => unknown;
    this.query = ((...given: unknown[]) => query(...prepared(given))) as Client['query'];
  }
}

function prepared(given: unknown[]): unknown[] {
  const [text, values, ...others] = given;
  if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return given;
  const name = nameOf(text);
  return name === null ? given : [{ name, text, values: values as unknown[] }, ...others];
}

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST_PREPARED) return null;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}
