/**
 * Why a text is no identifier of its kind: a code that stays, and in English what was expected. Neither repeats
 * what was given, which may be somebody's number with a slip in it.
 */
export type Refusal<Code extends string> = { ok: false; code: Code; expected: string };

/** An identifier that was recognised, in the one form in which it is stored and compared. */
export type Accepted = { ok: true; value: string };

export function refusal<Code extends string>(code: Code, expected: string): Refusal<Code> {
  return { ok: false, code, expected };
}
