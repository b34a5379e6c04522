/** Rows of the register say who somebody is: nobody is let in by one that was not written by kiplan. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { checkRegister } from '../../../libs/audit/verification/check-register.js';
import type { Finding } from '../../../libs/audit/verification/finding.types.js';
import { RegisteredClients } from '../../../libs/identity/register/registered-clients.js';
import { RegisteredPeople } from '../../../libs/identity/register/registered-people.js';
import { createDataSource } from '../../../libs/persistence/data-source.js';
import { MachineClientEntity, PersonEntity } from '../../../libs/persistence/entities/index.js';
import { migrate } from '../../../libs/persistence/migrate.js';
import { RegisterDamaged } from '../../../libs/persistence/register-rows/register-rows.js';
import { startPostgres, type TestPostgres } from '../../support/servers.js';
import { testVault } from '../../support/test-vault.js';
import { insertOrganisation, insertPerson } from '../people-rows.js';

describe('rows of the register', () => {
  let postgres: TestPostgres;
  /** The application's role, without the keys. */
  let attacker: DataSource;
  let application: DataSource;
  let organisationId: string;
  let personId: string;
  let before: ReadonlySet<string | undefined>;

  beforeAll(async () => {
    postgres = await startPostgres();
    await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
    const open = (keys: typeof testVault.keys | null): Promise<DataSource> =>
      createDataSource({ url: postgres.applicationUrl, poolSize: 2, keys }).initialize();
    attacker = await open(null);
    application = await open(testVault.keys);
  }, 60_000);

  beforeEach(async () => {
    organisationId = await insertOrganisation(application.manager, 'Ambulatoriet');
    personId = await insertPerson(application.manager, 'Lonni', organisationId);
    before = new Set((await allFindings()).map(({ about }) => about));
  });

  afterAll(async () => {
    await application.destroy();
    await attacker.destroy();
    await postgres.stop();
  });

  const people = (): RegisteredPeople => new RegisteredPeople(application, testVault.cipher);

  /** What is found now and was not before the test. */
  async function findings(): Promise<Finding[]> {
    return (await allFindings()).filter(({ about }) => !before.has(about));
  }

  async function allFindings(): Promise<Finding[]> {
    const found: Finding[] = [];
    await application.transaction((manager) =>
      checkRegister(manager, testVault.cipher, (finding) => found.push(finding)),
    );
    return found;
  }

  it('carry a code from the first moment and after every change, and let in', async () => {
    expect(await people().byId(personId)).toEqual({
      personId,
      organisationId,
      roles: ['practitioner'],
      cvrs: [],
      worksIn: [organisationId],
    });
    await application.manager.update(PersonEntity, { id: personId }, { subject: `subject ${personId}` });
    await application.query(`UPDATE people SET organisation_roles = '{coordinator}' WHERE id = $1`, [
      personId,
    ]);
    expect((await people().bySignIn([`subject ${personId}`]))?.roles).toEqual(['coordinator']);
    expect(await findings()).toEqual([]);
  });

  it.each([
    ['another role', `UPDATE people SET organisation_roles = '{administrator}' WHERE id = $1`],
    ['another sign-in', `UPDATE people SET subject = 'accomplice ' || id WHERE id = $1`],
    ['no organisation any more', 'UPDATE people SET organisation_id = NULL WHERE id = $1'],
    ['no code', 'UPDATE people SET code = NULL WHERE id = $1'],
    [
      'the code of somebody else',
      'UPDATE people SET code = (SELECT code FROM people WHERE id <> $1 LIMIT 1) WHERE id = $1',
    ],
    [
      'another organisation above',
      "UPDATE organisations SET cvr = '12345678' WHERE id = (SELECT organisation_id FROM people WHERE id = $1)",
    ],
  ])('with %s let nobody in, are named, and are not covered up by a change', async (_name, statement) => {
    await insertPerson(application.manager, 'Else', organisationId);
    await attacker.query(statement, [personId]);
    await expect(people().byId(personId)).rejects.toBeInstanceOf(RegisterDamaged);
    expect(await findings()).toMatchObject([{ kind: 'registerRowForged' }]);
    const changes = [
      application.query(`UPDATE people SET language = 'en' WHERE id = $1`, [personId]),
      application.query(`UPDATE organisations SET name = 'Andet' WHERE id = $1`, [organisationId]),
    ];
    const ends = (await Promise.allSettled(changes)).map(({ status }) => status);
    expect(ends).toContain('rejected');
    expect(await findings()).toHaveLength(1);
  });

  it('that were put in let nobody in', async () => {
    const subject = `accomplice ${randomUUID()}`;
    await attacker.query(
      `INSERT INTO people SELECT (jsonb_populate_record(p, jsonb_build_object(
         'id', gen_random_uuid(), 'subject', $2::text, 'organisation_roles', '["administrator"]'::jsonb))).* FROM people p WHERE id = $1`,
      [personId, subject],
    );
    await expect(people().bySignIn([subject])).rejects.toBeInstanceOf(RegisterDamaged);
    expect(await findings()).toMatchObject([{ kind: 'registerRowForged', chain: 'people' }]);
  });

  it('of machines neither', async () => {
    const client = {
      id: randomUUID(),
      clientId: `machine-${randomUUID()}`,
      name: 'Import',
      organisationId,
      scopes: ['register.read' as const],
      registeredBy: personId,
      registeredAt: '2027-01-04T09:00:00.000Z',
    };
    await application.manager.insert(MachineClientEntity, client);
    const clients = new RegisteredClients(application);
    expect((await clients.find(client.clientId))?.scopes).toEqual(['register.read']);
    const other = `machine-${randomUUID()}`;
    await attacker.query(
      `INSERT INTO machine_clients SELECT (jsonb_populate_record(m, jsonb_build_object(
         'id', gen_random_uuid(), 'client_id', $2::text))).* FROM machine_clients m WHERE id = $1`,
      [client.id, other],
    );
    await expect(clients.find(other)).rejects.toBeInstanceOf(RegisterDamaged);
    expect(await findings()).toMatchObject([{ kind: 'registerRowForged', chain: 'machine_clients' }]);
  });
});
