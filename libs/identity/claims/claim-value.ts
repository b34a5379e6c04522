import type { Instant } from '../../domain/calendar/index.js';
import { TokenRefused } from '../identity-errors.js';

/** What a token says, as it was signed. */
export type Claims = Readonly<Record<string, unknown>>;

const LONGEST_TEXT = 1_000;
const LONGEST_LIST = 200;
/** The year 9999, beyond which instants are not written in four digits. */
const LATEST_SECONDS = 253_402_300_799;

/**
 * The claim of a name or, where there is none of exactly that name, the one that its dotted path leads to. Names that
 * are URIs or contain dots themselves are found by the first.
 */
export function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((inner, part) => {
    const leadsOn = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part);
    return leadsOn ? (inner as Claims)[part] : undefined;
  }, claims);
}

/**
 * A claim that is a text; null where it is not there or not asked for.
 * @throws TokenRefused for a claim that is no text, or too long a one.
 */
export function textAt(claims: Claims, name: string | null): string | null {
  const value = name === null ? null : (claimAt(claims, name) ?? null);
  if (value === null) return null;
  if (typeof value !== 'string' || value.trim() === '' || value.length > LONGEST_TEXT) {
    throw new TokenRefused('claims');
  }
  return value.trim();
}

/**
 * A claim that is a time in seconds (RFC 7519, 2: NumericDate), as an instant; null where it is not there.
 * @throws TokenRefused for a claim that is no time.
 */
export function instantAt(claims: Claims, name: string): Instant | null {
  const value = claimAt(claims, name) ?? null;
  if (value === null) return null;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > LATEST_SECONDS) {
    throw new TokenRefused('claims');
  }
  return new Date(value * 1_000).toISOString();
}

/**
 * A claim that is a list of words, or a text of words between blanks; empty where it is not there.
 * @throws TokenRefused for a claim that is something else.
 */
export function wordsAt(claims: Claims, name: string): readonly string[] {
  const value = claimAt(claims, name) ?? [];
  const words: unknown[] =
    typeof value === 'string' ? value.split(/\s+/) : Array.isArray(value) ? value : [null];
  if (words.length > LONGEST_LIST) throw new TokenRefused('claims');
  return words.map((word) => {
    if (typeof word !== 'string' || word.length > LONGEST_TEXT) throw new TokenRefused('claims');
    return word;
  });
}
