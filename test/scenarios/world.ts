import { castId } from '../../apps/local/demonstration/cast-id.js';
import type { CastName } from '../../apps/local/demonstration/cast.js';

/** What is needed to act through the API as anybody. */
export interface WorldSettings {
  /** `http://host:port`, without a path. */
  readonly apiUrl: string;
  /** Signs one of the cast in: an access token of a provider that the API knows. */
  readonly tokenOf: (name: CastName) => Promise<string>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The API said no. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly code: string,
    what: string,
    details: string,
  ) {
    super(`${what}: ${status} ${code} ${details}`);
  }
}

/** Asks the API as one person. What changes something carries a key of its own, so that it is done once. */
export type Asking = <T>(method: Method, path: string, body?: unknown, ifMatch?: string) => Promise<T>;

/** The world outside: people who ask the API, each with a token of their own. */
export class World {
  constructor(private readonly settings: WorldSettings) {}

  /**
   * How one person asks.
   * @param intention Names what the person is about; the same intention has the same idempotency keys.
   */
  as(name: CastName, intention: string): Asking {
    let asked = 0;
    return async <T>(method: Method, path: string, body?: unknown, ifMatch?: string): Promise<T> => {
      asked += 1;
      const response = await fetch(`${this.settings.apiUrl}/api/v1/${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${await this.settings.tokenOf(name)}`,
          ...(method === 'GET' ? {} : { 'Idempotency-Key': castId('key', name, intention, String(asked)) }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw refusalOf(response.status, `${name}: ${method} ${path}`, text);
      return (text === '' ? null : JSON.parse(text)) as T;
    };
  }
}

function refusalOf(status: number, what: string, text: string): Refusal {
  const problem = problemIn(text);
  return new Refusal(
    status,
    problem.code ?? '',
    what,
    JSON.stringify(problem.errors ?? problem.detail ?? ''),
  );
}

function problemIn(text: string): { code?: string; detail?: string; errors?: unknown } {
  try {
    return JSON.parse(text) as { code?: string; detail?: string; errors?: unknown };
  } catch {
    return { detail: text };
  }
}
