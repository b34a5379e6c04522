import type { Key } from './key-ring.js';
import type { Unfit } from './value-sources.js';

/** A secret under its name, as the environment tells them. */
export interface NamedKeys {
  readonly name: string;
  readonly keys: readonly Pick<Key, 'secret'>[];
}

/** Of 32 random bytes fewer different ones are seen once in 10^20 times. */
const LEAST_DIFFERENT_BYTES = 12;

/**
 * Keys that protect nothing: published ones, such as those of .env.example, and others that nobody drew at random; and keys that
 * are used twice, so that whoever has one purpose's has another's.
 */
export function unfitKeys(all: readonly NamedKeys[]): Pick<Unfit, 'name' | 'expected'>[] {
  const weak = all
    .filter(({ keys }) => keys.some(({ secret }) => isWeak(secret)))
    .map(({ name }) => ({
      name,
      expected:
        'random keys (openssl rand -base64 32), and one of these is text, repeats itself, or was published with the examples',
    }));
  const owners = new Map<string, string>();
  const twice = new Map<string, string>();
  for (const { name, keys } of all) {
    for (const { secret } of keys) {
      const text = Buffer.from(secret).toString('base64');
      const other = owners.get(text);
      if (other === undefined) owners.set(text, name);
      else twice.set(name, other);
    }
  }
  return [
    ...weak,
    ...[...twice].map(([name, other]) => ({
      name,
      expected: `keys of its own, and one of these is ${other === name ? 'in it twice' : `in ${other} as well`}`,
    })),
  ];
}

/** How every password and secret begins that was published with the examples. */
const PUBLISHED = 'local-';

/** Passwords and secrets that everybody can read in the examples. */
export function unfitSecrets({
  DATABASE_URL,
  SMTP_URL,
  OIDC_CLIENT_SECRET,
}: {
  readonly DATABASE_URL: string;
  readonly SMTP_URL: string;
  readonly OIDC_CLIENT_SECRET: string | null;
}): Pick<Unfit, 'name' | 'expected'>[] {
  const secrets = {
    DATABASE_URL: new URL(DATABASE_URL).password,
    SMTP_URL: new URL(SMTP_URL).password,
    OIDC_CLIENT_SECRET: OIDC_CLIENT_SECRET ?? '',
  };
  return Object.entries(secrets)
    .filter(([, secret]) => secret.startsWith(PUBLISHED))
    .map(([name]) => ({
      name,
      expected: 'a secret of your own, and this one was published with the examples',
    }));
}

function isWeak(secret: Uint8Array): boolean {
  return new Set(secret).size < LEAST_DIFFERENT_BYTES || secret.every((byte) => byte >= 0x20 && byte < 0x7f);
}
