/** What opens or ends much is done only by who signed in a short while ago: every operation that the API describes is tried. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLAIM, LEVEL } from '../../apps/local/sign-in/local-claims.js';
import type { Problem } from '../../libs/contracts/problem.js';
import { LINK_OPERATIONS } from '../../libs/domain/access/link-operations.js';
import { OPERATION_RULES } from '../../libs/domain/access/operation-rules.js';
import type { OrganisationRole } from '../../libs/domain/plan/actor.js';
import { ApiServer, type SignedIn } from './api-server.js';
import { aboutPlan, described, type Described, pathOf } from './plan-operations.js';
import { type PersonName, type WellFilledPlan, wellFilledPlan } from './well-filled-plan.js';

const ROLES: Readonly<Partial<Record<PersonName, readonly OrganisationRole[]>>> = {
  coordinator: ['practitioner', 'coordinator'],
  teamLeader: ['teamLeader'],
  administrator: ['administrator'],
  auditor: ['auditor'],
  citizen: [],
};
const NAMES = Object.keys(ROLES) as (keyof typeof ROLES)[];
/** Longer ago than the tests' own longest time. */
const YEARS_AGO = 4 * 365 * 86_400;

let api: ApiServer;
let plan: WellFilledPlan;

beforeAll(async () => {
  api = await ApiServer.start('2027-03-01T09:00:00.000Z');
  plan = await wellFilledPlan(api);
}, 120_000);
afterAll(() => api.stop());

async function answer(operation: Described, who: SignedIn): Promise<{ code?: string; challenge?: string }> {
  const { method, example } = operation;
  const body =
    example === undefined ? undefined : (JSON.parse(aboutPlan(JSON.stringify(example), plan)) as object);
  const response = await api.ask(who, method, pathOf(operation, plan)).send(body);
  const challenge = response.headers['www-authenticate'];
  const { code } = response.body as Partial<Problem>;
  return { ...(code === undefined ? {} : { code }), ...(challenge === undefined ? {} : { challenge }) };
}

/** The same person by a token that says something else of their sign-in. */
async function by(name: PersonName, claims: Readonly<Record<string, unknown>>): Promise<SignedIn> {
  const { personId, organisationId, token } = plan.people[name];
  const [, payload = ''] = token.split('.');
  const said = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
  return { personId, organisationId, token: await api.issuer.token({ ...said, ...claims }) };
}

function mayTry(name: PersonName, { id }: Described): boolean {
  const rule = OPERATION_RULES[id];
  const roles = ROLES[name] ?? [];
  return rule.to !== 'signedIn' || rule.by === undefined || rule.by.some((role) => roles.includes(role));
}

describe.each([
  ['who signed in long ago', () => ({ auth_time: Date.parse(api.clock.at) / 1_000 - YEARS_AGO })],
  ['whose provider does not say when they signed in', () => ({ auth_time: undefined })],
])('somebody %s', (_, claims) => {
  it.each(NAMES)(
    '(%s) is asked to sign in again for what the table says, and for nothing else',
    async (name) => {
      const who = await by(name, claims());
      const seq = (): Promise<unknown> =>
        api.database.query('SELECT seq, (SELECT count(*) FROM people) AS people FROM plans WHERE id = $1', [
          plan.planId,
        ]);
      const before = await seq();
      const differences: unknown[] = [];
      for (const operation of described(api)) {
        const wanted = OPERATION_RULES[operation.id].anew === true && mayTry(name, operation);
        // What is not asked for it would change the plan.
        if (!wanted && operation.method !== 'get') continue;
        const { code, challenge } = await answer(operation, who);
        const told = code === 'AUTH.SIGN_IN_ANEW';
        if (told !== wanted) differences.push({ operation: operation.id, code, wanted });
        if (told) {
          expect(challenge).toContain('error="insufficient_user_authentication"');
          expect(challenge).toMatch(/, max_age="\d+"$/);
          expect(challenge).toContain(`acr_values="${LEVEL.substantial}`);
        }
      }
      expect(differences).toEqual([]);
      expect(await seq()).toEqual(before);
    },
  );
});

describe('somebody who has just signed in', () => {
  it('is not asked, nor is whoever takes something back, however long ago they signed in', async () => {
    for (const operation of described(api)) {
      if (operation.method !== 'get') continue;
      expect((await answer(operation, plan.people.citizen)).code).not.toBe('AUTH.SIGN_IN_ANEW');
    }
    const citizen = await by('citizen', { auth_time: Date.parse(api.clock.at) / 1_000 - YEARS_AGO });
    const path = `/plans/${plan.planId}/participants/${plan.participants.jobCentre}/consent`;
    const withdrawn = await api.ask(citizen, 'post', `${path}/withdrawal`).send({ manner: 'digital' });
    expect((withdrawn.body as Partial<Problem>).code).not.toBe('AUTH.SIGN_IN_ANEW');
  });

  it('less surely than everybody must is told that first', async () => {
    const weak = await by('auditor', { [CLAIM.assurance]: LEVEL.low });
    const refused = await api.ask(weak, 'get', '/audit/export');
    expect((refused.body as Problem).code).toBe('AUTH.ASSURANCE_TOO_LOW');
  });
});

describe('the table', () => {
  it('names what opens or ends much, and nothing that takes a right back', () => {
    const anew = Object.entries(OPERATION_RULES).flatMap(([id, rule]) => (rule.anew === true ? [id] : []));
    expect(anew).toEqual(
      expect.arrayContaining([
        'giveConsent',
        'confirmConsent',
        'recordBasis',
        'nameCoordinator',
        'endPlan',
        'getCitizenData',
        'giveAccessLink',
        'registerMachineClient',
        'holdBackErasure',
        'exportAudit',
      ]),
    );
    for (const id of ['withdrawConsent', 'narrowConsent', 'refuseConsent', 'removeParticipant', 'endBasis']) {
      expect(anew).not.toContain(id);
    }
  });

  it('lets no link do any of it', () => {
    const byLink = Object.values(LINK_OPERATIONS).flat();
    expect(byLink.filter((id) => OPERATION_RULES[id].anew === true)).toEqual([]);
  });

  it('is told by the description of the API', () => {
    const said = Object.values(api.document.paths).flatMap((path) =>
      Object.values(path as Record<string, Record<string, unknown>>).flatMap((operation) =>
        operation['x-sign-in-anew'] === true ? [operation['operationId']] : [],
      ),
    );
    const wanted = described(api).flatMap(({ id }) => (OPERATION_RULES[id].anew === true ? [id] : []));
    expect(said.sort()).toEqual(wanted.sort());
  });
});
