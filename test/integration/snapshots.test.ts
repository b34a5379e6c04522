/** Snapshots prove that they are as they were written; whatever else stands in a plan's row is never used. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { castMember } from '../../apps/local/demonstration/cast.js';
import { registerCast } from '../../apps/local/demonstration/register-cast.js';
import { WallClock } from '../../libs/clock/clock.js';
import { defaultPolicy } from '../../libs/domain/plan/default-policy.js';
import type { PlanState } from '../../libs/domain/plan/plan.types.js';
import type { PersonActor } from '../../libs/identity/actor-of-token.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { migrate } from '../../libs/persistence/migrate.js';
import type { WhyUnfit } from '../../libs/persistence/snapshots/verified-rows.js';
import { ReadDatabase } from '../../libs/reading/read-database.js';
import { NothingAfterCommit } from '../../libs/record/after-commit.js';
import { refreshWaitState } from '../../libs/record/refresh-wait-state.js';
import { RealPlan, registerCitizens } from '../factories/real-plans.js';
import { startPostgres, type TestPostgres } from '../support/servers.js';
import { recordOn, testAudit, testVault } from '../support/test-vault.js';

const clock = new WallClock();

describe('snapshots', () => {
  let postgres: TestPostgres;
  /** Somebody who has the application's role, and not the keys. */
  let attacker: DataSource;
  let owner: DataSource;
  let application: DataSource;
  const unfit: [string, WhyUnfit][] = [];
  let plan: RealPlan;
  let other: RealPlan;

  beforeAll(async () => {
    postgres = await startPostgres();
    await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
    const open = (url: string): Promise<DataSource> =>
      createDataSource({ url, poolSize: 2, keys: null }).initialize();
    owner = await open(postgres.url);
    attacker = await open(postgres.applicationUrl);
    application = await createDataSource({
      url: postgres.applicationUrl,
      poolSize: 4,
      keys: testVault.keys,
      unfit: (planId, why) => unfit.push([planId, why]),
    }).initialize();
    await registerCast(application, testVault, await clock.now());
  }, 60_000);

  afterAll(async () => {
    await application.destroy();
    await attacker.destroy();
    await owner.destroy();
    await postgres.stop();
  });

  beforeEach(async () => {
    const [one = '', another = ''] = await registerCitizens(application, testVault, 2);
    plan = await begun(one);
    other = await begun(another);
    await plan.join('psychiatry');
    await plan.consent('psychiatry');
    unfit.length = 0;
  });

  async function begun(citizenPersonId: string): Promise<RealPlan> {
    return RealPlan.begin(application, {
      policy: defaultPolicy,
      citizenPersonId,
      at: await clock.now(),
      afterCommit: new NothingAfterCommit(),
      keys: { vault: testVault, audit: testAudit },
    });
  }

  function state(planId = plan.planId): Promise<PlanState | null> {
    return recordOn(application, clock).load(planId);
  }

  async function kept(planId = plan.planId): Promise<string> {
    const rows = await owner.query<{ state: unknown }[]>('SELECT state FROM plans WHERE id = $1', [planId]);
    return JSON.stringify(rows[0]?.state);
  }

  async function put(text: string): Promise<void> {
    await attacker.query('UPDATE plans SET state = $2 WHERE id = $1', [plan.planId, text]);
  }

  it('are used as they stand, and prove themselves in every form of reading', async () => {
    const before = await state();
    expect(before).not.toHaveProperty('proof');
    expect(Object.keys(before?.participants ?? {})).toContain('psychiatry');
    expect(unfit).toEqual([]);
  });

  const accomplice = castMember('gøg').id;
  const TAMPERINGS: readonly [string, WhyUnfit, () => Promise<string>][] = [
    ['of another coordinator', 'code', async () => changed({ coordinatorPersonId: accomplice })],
    ['with a field more', 'code', async () => changed({ surplus: true })],
    [
      'without its proof',
      'format',
      async () => changed({ proof: undefined, coordinatorPersonId: accomplice }),
    ],
    ['with a proof of rubbish', 'code', async () => changed({ proof: 7, coordinatorPersonId: accomplice })],
    ['of another plan', 'place', () => kept(other.planId)],
  ];

  async function changed(fields: object): Promise<string> {
    return JSON.stringify({ ...(JSON.parse(await kept()) as object), ...fields });
  }

  it.each(TAMPERINGS)('%s are folded anew and said to be so', async (_name, why, tampered) => {
    const before = await state();
    await put(await tampered());
    expect(await state()).toEqual(before);
    expect(unfit).toEqual([[plan.planId, why]]);
  });

  it('that are older and were put back are found by the events that came after', async () => {
    const older = await kept();
    await plan.join('jobCentre');
    const before = await state();
    await attacker.query(`UPDATE plans SET state = $2, seq = ($2::jsonb ->> 'seq')::int WHERE id = $1`, [
      plan.planId,
      older,
    ]);
    await plan.consent('jobCentre');
    expect(unfit).toEqual([[plan.planId, 'newerEvents']]);
    expect((await state())?.seq).toBeGreaterThan(before?.seq ?? 0);
    expect(Object.keys((await state())?.participants ?? {})).toContain('jobCentre');
  });

  it('are mended for whoever reads behind the walls and cannot read the events', async () => {
    const psychiatrist = castMember('svale');
    const reader: PersonActor = {
      kind: 'person',
      personId: psychiatrist.id,
      organisationId: psychiatrist.organisationId,
      organisationRoles: [],
      worksIn: [],
    };
    const read = (): Promise<PlanState | undefined> =>
      new ReadDatabase(application).as({ actor: reader, operation: 'getPlan' }, plan.at, async (source) => {
        const rows = await source.query<{ state: PlanState }[]>('SELECT id, state FROM plans WHERE id = $1', [
          plan.planId,
        ]);
        return rows[0]?.state;
      });
    const before = await read();
    expect(before?.planId).toBe(plan.planId);
    await put(await changed({ coordinatorPersonId: accomplice }));
    expect(await read()).toEqual(before);
    unfit.length = 0;
    expect(await read()).toEqual(before);
    expect(unfit).toEqual([]);
  });

  it('of an older release are folded with what is new, and kept so by a refresh', async () => {
    const before = await state();
    await put(await changed({ proof: undefined, tasks: undefined }));
    await refreshWaitState(application, testVault.events, plan.planId);
    unfit.length = 0;
    expect(await state()).toEqual(before);
    expect(unfit).toEqual([]);
  });

  it.each([
    ['an event was removed', 'DELETE FROM plan_events WHERE plan_id = $1 AND seq = 2'],
    [
      'what an event is was changed',
      `UPDATE plan_events SET type = 'planHeld' WHERE plan_id = $1 AND seq = 3`,
    ],
    ['when an event was is changed', `UPDATE plan_events SET at = now() WHERE plan_id = $1 AND seq = 3`],
    [
      'who brought an event about was changed',
      `UPDATE plan_events SET actor_person_id = gen_random_uuid() WHERE plan_id = $1 AND seq = 3`,
    ],
  ])('are refused if they do not fit and %s', async (_name, statement) => {
    await owner.query(statement, [plan.planId]);
    await put(await changed({ coordinatorPersonId: accomplice }));
    await expect(state()).rejects.toThrow();
  });

  it('are never read without the id of the row that they stand in', async () => {
    await expect(application.query('SELECT state FROM plans WHERE id = $1', [randomUUID()])).resolves.toEqual(
      [],
    );
    await expect(application.query('SELECT state FROM plans WHERE id = $1', [plan.planId])).rejects.toThrow(
      'together with the id',
    );
  });
});
