import { createPrivateKey, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { type Key, readKeyRing } from './key-ring.js';

/** A variable's text read by `read`; what it cannot read is refused with `expected`, never with the value. */
function field<T>(expected: string, read: (text: string) => T | undefined): z.ZodType<T, string> {
  return z.string({ error: expected }).transform((text, context) => {
    const value = read(text.trim());
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });
}

/** An address with one of these protocols (`postgres:`). */
export function addressField(protocols: readonly string[], example: string): z.ZodType<string, string> {
  return field(`an address such as ${example}`, (text) =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : undefined,
  );
}

/** A whole number between two bounds. */
export function numberField(least: number, most: number): z.ZodType<number, string> {
  return field(`a whole number from ${least} to ${most}`, (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    return value >= least && value <= most ? value : undefined;
  });
}

/** One of a few words. */
export function choiceField<const T extends string>(choices: readonly T[]): z.ZodType<T, string> {
  return field(`one of ${choices.join(', ')}`, (text) => choices.find((choice) => choice === text));
}

/** A text that a pattern describes. */
export function textField(pattern: RegExp, expected: string): z.ZodType<string, string> {
  return field(expected, (text) => (pattern.test(text) ? text : undefined));
}

/** Keys, newest first. */
export function keysField(): z.ZodType<readonly Key[], string> {
  return field(
    'keys as id:base64,id:base64,… with the newest first, each of 32 bytes (openssl rand -base64 32)',
    readKeyRing,
  );
}

/** Keys of encrypted fields, whose ids are one byte that stands before every value. */
export function numberedKeysField(): z.ZodType<readonly Key[], string> {
  return field(
    'keys as number:base64,number:base64,… with the newest first, numbers from 1 to 255, each of 32 bytes ' +
      '(openssl rand -base64 32)',
    (text) => {
      const keys = readKeyRing(text);
      return keys?.every(({ id }) => /^[1-9]\d{0,2}$/.test(id) && Number(id) <= 255) === true
        ? keys
        : undefined;
    },
  );
}

/** One secret of 32 bytes in base64. */
export function secretField(): z.ZodType<Uint8Array, string> {
  return field('32 bytes in base64 (openssl rand -base64 32)', (text) =>
    /^[A-Za-z0-9+/]{43}=$/.test(text) ? Buffer.from(text, 'base64') : undefined,
  );
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Certificates in PEM, one after the other. */
export function certificatesField(): z.ZodType<string, string> {
  return field('certificates in PEM', (text) => {
    const certificates = text.match(CERTIFICATE) ?? [];
    return certificates.length > 0 && certificates.every((one) => isRead(() => new X509Certificate(one)))
      ? text
      : undefined;
  });
}

/** A private key in PEM, without a passphrase. */
export function privateKeyField(): z.ZodType<string, string> {
  return field('a private key in PEM, without a passphrase', (text) =>
    isRead(() => createPrivateKey(text)) ? text : undefined,
  );
}

function isRead(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
