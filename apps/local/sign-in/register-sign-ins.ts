import type { DataSource } from 'typeorm';
import type { Instant } from '../../../libs/domain/calendar/index.js';
import { CLIENT_SCOPES } from '../../../libs/domain/plan/actor.js';
import { employeeKey, type KeyedHash, subjectKey } from '../../../libs/identity/sign-in-key.js';
import { MachineClientEntity } from '../../../libs/persistence/entities/index.js';
import { castId } from '../demonstration/cast-id.js';
import { CAST_PEOPLE, castMember } from '../demonstration/cast.js';
import { cvrOf, organisationId } from '../demonstration/organisations.js';
import { employeeOf, subjectOf } from './persona-claims.js';
import { MACHINE_CLIENT } from './sign-in-settings.js';

/**
 * Registers how the cast signs in at a provider that knows the personas: staff as employees, relatives as themselves;
 * citizens are found by their number, which needs no entry. Doing it again for another provider replaces the first.
 */
export async function registerSignIns(
  database: Pick<DataSource, 'query'>,
  keyed: KeyedHash,
  issuer: string,
): Promise<void> {
  const entries = CAST_PEOPLE.filter(({ cpr }) => cpr === null).map((person) => {
    const cvr = person.organisationId === null ? null : cvrOf(person.organisationId);
    const subject =
      cvr === null
        ? subjectKey(keyed, issuer, subjectOf(person))
        : employeeKey(keyed, issuer, cvr, employeeOf(person));
    return { id: person.id, subject };
  });
  await database.query(
    `UPDATE people SET subject = entry.subject
     FROM jsonb_to_recordset($1::jsonb) AS entry (id uuid, subject text) WHERE people.id = entry.id`,
    [JSON.stringify(entries)],
  );
}

/** Registers the machine to try with, for the municipality of the demonstration. */
export async function registerMachine(database: DataSource, at: Instant): Promise<void> {
  const machine = {
    id: castId('machine', MACHINE_CLIENT),
    clientId: MACHINE_CLIENT,
    name: 'Import af medarbejdere',
    organisationId: organisationId('municipality'),
    scopes: [...CLIENT_SCOPES],
    registeredBy: castMember('skade').id,
    registeredAt: at,
  };
  await database.createQueryBuilder().insert().into(MachineClientEntity).values(machine).orIgnore().execute();
}
