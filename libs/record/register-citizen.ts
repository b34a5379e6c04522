import type { EntityManager } from 'typeorm';
import type { Instant, LocalDate } from '../domain/calendar/index.js';
import { CitizenEntity } from '../persistence/entities/citizen.entity.js';
import type { DataKey } from '../persistence/erasure/data-key.js';
import { personKeyName } from '../persistence/erasure/key-names.js';
import { WordSealer } from '../persistence/sealed-words/word-sealer.js';
import type { Vault } from '../persistence/vault.js';

/** A person who is a citizen, by their number. */
export interface NewCitizen {
  readonly personId: string;
  /** A CPR number, or national replacement number, that can exist. */
  readonly cpr: string;
  readonly birthDate: LocalDate;
  readonly at: Instant;
}

/** Where in a person's content the number stands. */
export const PLACE_OF_NUMBER = 'cpr';

/**
 * Keeps a citizen's number, encrypted under the person's own key and as a keyed hash, and the birth date that it tells. A citizen who is registered
 * already stays as they are.
 */
export async function registerCitizen(
  manager: EntityManager,
  { keys, cipher }: Vault,
  { personId, cpr, birthDate, at }: NewCitizen,
): Promise<void> {
  const key = await keys.ensure(manager, personKeyName(personId), at);
  await manager
    .createQueryBuilder()
    .insert()
    .into(CitizenEntity)
    .values({
      personId,
      cprEncrypted: key.encrypt(cpr, PLACE_OF_NUMBER),
      cprHash: cipher.hash(cpr),
      birthDate: sealedBirthDate(key, birthDate),
    })
    .orIgnore()
    .execute();
}

/** A birth date as it is kept: with it and little more somebody can be found out. */
export function sealedBirthDate(key: DataKey, birthDate: LocalDate): string {
  return new WordSealer(key).words(birthDate);
}
