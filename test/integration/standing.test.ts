/**
 * Who acts for an authority does so by the register, at that instant: whoever leaves, moves or loses the role sees, lists and
 * does nothing more, behind both walls and behind each of them alone; whoever comes back stands again.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationRole } from '../../libs/domain/plan/actor.js';
import { planSightOf } from '../../libs/reading/plan-sight.js';
import { ApiServer } from './api-server.js';
import { seesEverything } from './first-wall-away.js';
import {
  canary,
  type PersonName,
  type WellFilledPlan,
  wellFilledPlan,
  WORD_KINDS,
} from './well-filled-plan.js';

const AT = '2027-03-01T09:00:00.000Z';

/** What becomes of an employment. */
type Change = 'ends' | 'moves' | 'role';

const CASES: readonly (readonly [PersonName, Change])[] = [
  ['psychiatry', 'ends'],
  ['psychiatry', 'moves'],
  ['jobCentre', 'moves'],
  ...(['coordinator', 'deputy', 'successor', 'teamLeader'] as const).flatMap((name) =>
    (['ends', 'moves', 'role'] as const).map((change) => [name, change] as const),
  ),
];

interface Registered {
  readonly organisationId: string | null;
  readonly roles: OrganisationRole[];
}

/** Changes the register for as long as something is tried. */
async function whileChanged(
  api: ApiServer,
  { people }: WellFilledPlan,
  [name, change]: readonly [PersonName, Change],
  work: () => Promise<void>,
): Promise<void> {
  const { personId } = people[name];
  const write = ({ organisationId, roles }: Registered): Promise<unknown> =>
    api.database.query('UPDATE people SET organisation_id = $2, organisation_roles = $3 WHERE id = $1', [
      personId,
      organisationId,
      roles,
    ]);
  const [before] = await api.database.query<Registered[]>(
    'SELECT organisation_id AS "organisationId", organisation_roles AS roles FROM people WHERE id = $1',
    [personId],
  );
  if (before === undefined) throw new Error('nobody');
  const elsewhere = await api.organisation('Et andet sted');
  await write({
    organisationId: change === 'ends' ? null : change === 'moves' ? elsewhere : before.organisationId,
    roles: change === 'ends' ? [] : change === 'moves' ? before.roles : ['auditor'],
  });
  try {
    await work();
  } finally {
    await write(before);
  }
}

/** Everything that somebody is answered about a plan. */
async function shown(api: ApiServer, plan: WellFilledPlan, name: PersonName): Promise<string> {
  const paths = ['', '/goals', '/sections', '/sections/survey', '/meetings', '/participants', '/versions/1'];
  const more = ['/timeline', '/tasks', '/existing-plans', '/agreements', '/handover', '/gathering-requests'];
  const answers = [];
  for (const path of [...paths, ...more].map((one) => `/plans/${plan.planId}${one}`)) {
    answers.push((await api.get(plan.people[name], path)).text);
  }
  for (const path of ['/plans', '/me/tasks', '/me/awaited']) {
    const text = (await api.get(plan.people[name], path)).text;
    answers.push(text.includes(plan.planId) ? `${canary('listed')} ${text}` : '');
  }
  return answers.join('\n');
}

function wordsIn(text: string): string[] {
  return [...Object.keys(WORD_KINDS), 'listed'].filter((word) => text.includes(canary(word)));
}

describe.each([
  ['both walls', planSightOf, false],
  ['the first wall alone', planSightOf, true],
  ['the second wall alone', seesEverything, false],
] as const)('behind %s', (_walls, sightOf, withoutSecond) => {
  let api: ApiServer;
  let plan: WellFilledPlan;

  beforeAll(async () => {
    api = await ApiServer.start(AT, sightOf);
    plan = await wellFilledPlan(api);
    // The wall in the database then takes everybody for who they were.
    if (withoutSecond) {
      await api.database.query(
        `UPDATE disclosure_windows SET stands_for = 'themself' WHERE subject_kind = 'person'`,
      );
    }
  }, 120_000);
  afterAll(() => api.stop());

  it.each(CASES)('%s sees nothing once the employment %s, and as before once it is back', async (...one) => {
    const [name] = one;
    const before = wordsIn(await shown(api, plan, name));
    await whileChanged(api, plan, one, async () => {
      expect(wordsIn(await shown(api, plan, name))).toEqual([]);
      if (sightOf !== planSightOf) return;
      // Whoever works nowhere has no organisation to sign in for.
      const refused = one[1] === 'ends' ? 401 : 404;
      await api.get(plan.people[name], `/plans/${plan.planId}`).expect(refused);
      const removal = `/plans/${plan.planId}/participants/${plan.participants.psychiatry}/removal`;
      await api.post(plan.people[name], removal, { reason: 'x' }).expect(refused);
    });
    expect(wordsIn(await shown(api, plan, name))).toEqual(before);
  });
});

describe('a command', () => {
  let api: ApiServer;
  let plan: WellFilledPlan;

  beforeAll(async () => {
    api = await ApiServer.start(AT);
    plan = await wellFilledPlan(api);
  }, 120_000);
  afterAll(() => api.stop());

  it('is decided by the register as it is when it is committed, not as it was when somebody signed in', async () => {
    const { planId, people } = plan;
    const actor = {
      kind: 'person',
      personId: people.coordinator.personId,
      organisationId: people.coordinator.organisationId,
      organisationRoles: ['practitioner', 'coordinator'],
      worksIn: [people.coordinator.organisationId ?? ''],
    } as const;
    const context = {
      actor,
      commandId: null,
      expectedSeq: null,
      origin: { correlationId: randomUUID(), channel: 'api', client: null, address: null },
    } as const;
    const command = { type: 'recordDelivery' } as const;
    await whileChanged(api, plan, ['coordinator', 'ends'], async () => {
      await expect(
        api.record.execute(
          planId,
          {
            ...command,
            version: 1,
            participantId: plan.participants.psychiatry,
            status: 'read',
            channel: 'mail',
            note: null,
          },
          context,
        ),
      ).rejects.toMatchObject({ code: 'PLAN.NOT_FOUND' });
    });
  });

  it('names nobody who may not coordinate by the register', async () => {
    const { planId, people } = plan;
    const elsewhere = await api.organisation('Revisionen');
    const auditor = await api.person(elsewhere, ['auditor']);
    const path = `/plans/${planId}/coordinator`;
    await api.put(people.teamLeader, path, { personId: auditor.personId, reason: 'x' }).expect(422);
  });
});
