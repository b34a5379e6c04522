import type { EntityManager } from 'typeorm';
import { Refusal } from '../contracts/refusal.js';
import type { Instant, LocalDate } from '../domain/calendar/index.js';
import { parseCpr, parseReplacementCpr } from '../domain/identifiers/index.js';
import { personKeyName } from '../persistence/erasure/key-names.js';
import type { Vault } from '../persistence/vault.js';
import { PLACE_OF_NUMBER, sealedBirthDate } from '../record/register-citizen.js';
import type { FormerDetails } from './person-revisions.js';

/** Nobody who was born before lives; the numbers of those who were can still be told by their form. */
const FIRST_BIRTH_DATE: LocalDate = '1900-01-01';

/** A citizen's number as it is kept, with the birth date that it tells. */
export interface CitizenNumber {
  readonly value: string;
  readonly birthDate: LocalDate;
}

/**
 * Reads a CPR number or national replacement number of somebody who has been born.
 * @param today The day in Denmark.
 * @throws Refusal CPR.INVALID, which never repeats what was given.
 */
export function citizenNumber(text: string, today: LocalDate): CitizenNumber {
  const cpr = parseCpr(text);
  const number = cpr.ok ? cpr : parseReplacementCpr(text);
  if (!number.ok) throw invalid(cpr.ok ? '' : cpr.expected);
  return born(number, today);
}

/**
 * Reads a CPR number of somebody who has been born; a replacement number is refused.
 * @throws Refusal CPR.INVALID
 */
export function cprNumber(text: string, today: LocalDate): CitizenNumber {
  const cpr = parseCpr(text);
  if (!cpr.ok) throw invalid(cpr.expected);
  return born(cpr, today);
}

/**
 * Gives a citizen a CPR number in place of a replacement number. The caller holds the person.
 * @returns What was there before; null if the citizen has this number already.
 * @throws Refusal CPR.NOT_A_REPLACEMENT; QueryFailedError with PostgreSQL's code 23505 and constraint
 *   `uq_citizens_cpr_hash` if another citizen has the number.
 */
export async function correctNumber(
  manager: EntityManager,
  { keys, cipher }: Vault,
  personId: string,
  { value, birthDate }: CitizenNumber,
  at: Instant,
): Promise<FormerDetails | null> {
  const rows = await manager.query<{ encrypted: Buffer; birthDate: LocalDate }[]>(
    'SELECT cpr_encrypted AS encrypted, birth_date AS "birthDate" FROM citizens WHERE person_id = $1',
    [personId],
  );
  const [row] = rows;
  if (row === undefined) throw new Refusal('CITIZEN.NOT_FOUND');
  const key = await keys.ensure(manager, personKeyName(personId), at);
  const former = key.decrypt(row.encrypted, PLACE_OF_NUMBER).toString('utf8');
  if (former === value) return null;
  if (!parseReplacementCpr(former).ok) throw new Refusal('CPR.NOT_A_REPLACEMENT');
  await manager.query(
    'UPDATE citizens SET cpr_encrypted = $2, cpr_hash = $3, birth_date = $4 WHERE person_id = $1',
    [personId, key.encrypt(value, PLACE_OF_NUMBER), cipher.hash(value), sealedBirthDate(key, birthDate)],
  );
  return { cpr: former, birthDate: row.birthDate };
}

function born(number: CitizenNumber, today: LocalDate): CitizenNumber {
  if (number.birthDate > today) throw invalid('a birth date that is not in the future');
  if (number.birthDate < FIRST_BIRTH_DATE) throw invalid('a birth date from 1900 on');
  return { value: number.value, birthDate: number.birthDate };
}

function invalid(expected: string): Refusal {
  return new Refusal('CPR.INVALID', [{ field: '/cpr', expected }]);
}
