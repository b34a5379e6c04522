import { parseCpr, parseReplacementCpr } from '../../../libs/domain/identifiers/index.js';
import { ApiError } from '../http/api-error.js';

/**
 * A CPR number or national replacement number as it is kept, with the birth date that it tells.
 * @throws ApiError CPR.INVALID, which never repeats what was given.
 */
export function citizenNumber(text: string): { value: string; birthDate: string } {
  const cpr = parseCpr(text);
  if (cpr.ok) return cpr;
  const replacement = parseReplacementCpr(text);
  if (replacement.ok) return replacement;
  throw new ApiError('CPR.INVALID', { errors: [{ field: '/cpr', expected: cpr.expected }] });
}
