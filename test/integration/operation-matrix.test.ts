/**
 * Every operation of the API × everybody × their own plan and one that they have nothing to do with × every phase that
 * matters. The operations come from the API's description: one that has no rule fails.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { Problem } from '../../libs/contracts/problem.js';
import {
  OPERATION_RULES,
  type Operation,
  type OperationRule,
} from '../../libs/domain/access/operation-rules.js';
import { COMMAND_RULES } from '../../libs/domain/plan/command-rules.js';
import type { CommandType } from '../../libs/domain/plan/plan.types.js';
import type { PlanRole } from '../../libs/domain/plan/rights.js';
import { EXAMPLE_IDS } from '../../apps/api/openapi/examples.js';
import { ApiServer } from './api-server.js';
import { aboutPlan, described, type Described, pathOf } from './plan-operations.js';
import { rollingBack } from './roll-back.js';
import { CONSENTED, type PersonName, type WellFilledPlan, wellFilledPlan } from './well-filled-plan.js';
import { startBody } from '../factories/start-body.js';

/** What each is to the plan. */
const ROLES: Readonly<Record<PersonName, readonly PlanRole[]>> = {
  coordinator: ['coordinator'],
  deputy: ['deputy'],
  successor: ['successor'],
  teamLeader: ['teamLeader'],
  citizen: ['citizen'],
  psychiatry: ['representative', 'chair'],
  jobCentre: ['representative'],
  mother: ['relative'],
  housing: [],
  otherLeader: [],
  administrator: [],
  auditor: [],
  stranger: [],
};
const NAMES = Object.keys(ROLES) as PersonName[];

/** What each may see besides what the roles of the rule see. */
const KINDS: Readonly<Partial<Record<PersonName, readonly string[]>>> = {
  ...CONSENTED,
  teamLeader: ['masterData'],
};

/** What each is in an organisation, as far as rules ask for it. */
const ORGANISATION_ROLES: Readonly<Partial<Record<PersonName, readonly string[]>>> = {
  coordinator: ['coordinator', 'practitioner'],
  deputy: ['practitioner'],
  successor: ['coordinator'],
  teamLeader: ['teamLeader'],
  psychiatry: ['practitioner'],
  jobCentre: ['practitioner'],
  housing: ['practitioner'],
  otherLeader: ['teamLeader'],
  administrator: ['administrator'],
  auditor: ['auditor'],
  stranger: ['practitioner', 'coordinator'],
};

const PHASES = ['awaitingCitizen', 'running', 'onHold', 'ended'] as const;
type Phase = (typeof PHASES)[number];

let real: DataSource;
let api: ApiServer;
let plan: WellFilledPlan;
let other: WellFilledPlan;

beforeAll(async () => {
  api = await ApiServer.start('2027-03-01T09:00:00.000Z', undefined, (dataSource) => {
    real = dataSource;
    return new Proxy(dataSource, {
      get: (target, name) => Reflect.get(trying ? rollingBack(target) : target, name) as unknown,
    });
  });
  plan = await wellFilledPlan(api);
  api.clock.at = '2027-03-01T09:00:00.000Z';
  other = await wellFilledPlan(api, '0504909989');
}, 120_000);
afterAll(() => api.stop());

/** While something is tried, nothing of it stays. */
let trying = false;

/** What the answer must be to somebody who may. */
const MAY = 'may';

function expected(name: PersonName, operation: Described, own: boolean, phase: Phase): string {
  const rule = (OPERATION_RULES as Partial<Record<Operation, OperationRule>>)[operation.id];
  if (rule === undefined) return 'no rule';
  switch (rule.to) {
    case 'anybody':
      return MAY;
    case 'signedIn':
      return rule.by === undefined || rule.by.some((role) => ORGANISATION_ROLES[name]?.includes(role))
        ? MAY
        : 'ACTOR.NOT_PERMITTED';
    case 'plan':
    case 'command':
      return own ? ofPlan(name, operation, rule, phase) : 'PLAN.NOT_FOUND';
  }
}

function ofPlan(
  name: PersonName,
  operation: Described,
  rule: Extract<OperationRule, { to: 'plan' | 'command' }>,
  phase: Phase,
): string {
  const roles = rolesIn(name, phase);
  if (roles.length === 0) return 'PLAN.NOT_FOUND';
  const byRole = rule.by.some((role) => roles.includes(role));
  const byKind = rule.to === 'plan' && rule.kind !== undefined && KINDS[name]?.includes(rule.kind) === true;
  if (!byRole && !byKind && !isOwn(name, operation)) return 'ACTOR.NOT_PERMITTED';
  if (rule.to === 'plan') return MAY;
  const { afterEnd, onHold, beforeAnswer } = COMMAND_RULES[operation.id as CommandType];
  if (phase === 'ended' && !afterEnd) return 'PLAN.ENDED';
  if (phase === 'onHold' && !onHold) return 'PLAN.ON_HOLD';
  if (phase === 'awaitingCitizen' && !beforeAnswer) return 'PLAN.AWAITS_CITIZEN_ANSWER';
  return MAY;
}

/** Before the citizen's yes nobody else has a part; a proposal to hand over ends with the plan. */
function rolesIn(name: PersonName, phase: Phase): readonly PlanRole[] {
  if (phase === 'awaitingCitizen') {
    return ['coordinator', 'teamLeader', 'citizen'].includes(name) ? ROLES[name] : [];
  }
  return phase === 'ended' ? ROLES[name].filter((role) => role !== 'successor') : ROLES[name];
}

/** Whether the example is about somebody's own part. */
function isOwn(name: PersonName, { id, path, example }: Described): boolean {
  if (!(id in COMMAND_RULES) || !COMMAND_RULES[id as CommandType].bySelf) return false;
  if (path.includes('{participantId}')) return name === 'psychiatry';
  const about = (example as { participantId?: string } | undefined)?.participantId;
  const names = {
    citizen: 'citizen',
    [EXAMPLE_IDS.psychiatry]: 'psychiatry',
    [EXAMPLE_IDS.jobCentre]: 'jobCentre',
  };
  return about !== undefined && names[about as keyof typeof names] === name;
}

/** Sections and documents are not for everybody who knows of the plan, and nobody gives away roles that are not theirs to give. */
const OWN_REFUSALS: Readonly<Partial<Record<Operation, readonly PersonName[]>>> = {
  // Without a reason it is told what the citizen’s own end would bring about.
  getEndEffects: ['coordinator', 'deputy', 'teamLeader'],
  getSection: ['successor', 'teamLeader', 'psychiatry', 'jobCentre', 'mother'],
  registerPerson: [
    'coordinator',
    'deputy',
    'successor',
    'psychiatry',
    'jobCentre',
    'housing',
    'otherLeader',
    'stranger',
  ],
  // Of an organisation that is not the own one.
  listOrganisationRevisions: ['teamLeader', 'otherLeader'],
  uploadDocument: ['successor', 'teamLeader', 'jobCentre', 'mother'],
};

/** Whether it is in the wrong phase is told to nobody who may not see what the operation is about. */
const UNSEEN: Readonly<Partial<Record<Operation, readonly PersonName[]>>> = {
  saveSection: ['psychiatry', 'jobCentre', 'mother'],
  reportGoalStatus: ['jobCentre', 'mother'],
};

async function answer(operation: Described, name: PersonName, about: WellFilledPlan): Promise<string> {
  const { method, example, id } = operation;
  const filled = pathOf(operation, about);
  const query = {
    listPeople: `?organisation=${EXAMPLE_IDS.organisation}`,
    uploadDocument: `?participantId=${about.participants.psychiatry}`,
  }[id as string];
  const body =
    example === undefined ? undefined : (JSON.parse(aboutPlan(JSON.stringify(example), about)) as object);
  const test = api.ask(about.people[name], method, `${filled}${query ?? ''}`);
  if (id === 'saveSection') test.set('If-Match', '"1"');
  const response =
    id === 'uploadDocument'
      ? await test.set('Content-Type', 'text/plain').send('tekst')
      : await test.send(body);
  const { code } = response.body as Partial<Problem>;
  if (response.status >= 500) return `${String(response.status)} ${code ?? ''}`;
  if (code === 'REQUEST.INVALID') return `${code} ${JSON.stringify((response.body as Problem).errors)}`;
  return code !== undefined && REFUSALS.includes(code) ? code : MAY;
}

const REFUSALS = [
  'PLAN.NOT_FOUND',
  'ACTOR.NOT_PERMITTED',
  'PLAN.ENDED',
  'PLAN.ON_HOLD',
  'PLAN.AWAITS_CITIZEN_ANSWER',
  'AUTH.MISSING',
  'AUTH.INVALID',
];

/** What is no command, and has nothing to do once the plan is over. */
const NOT_AFTER_THE_END: readonly Operation[] = ['uploadDocument', 'giveAccessLink', 'getEndEffects'];

/** What the table says, and what the operation itself refuses after that. */
function wantedOf(name: PersonName, operation: Described, own: boolean, phase: Phase): string {
  const byTable = expected(name, operation, own, phase);
  if (['PLAN.ENDED', 'PLAN.ON_HOLD'].includes(byTable) && UNSEEN[operation.id]?.includes(name) === true)
    return MAY;
  if (byTable !== MAY) return byTable;
  if (OWN_REFUSALS[operation.id]?.includes(name) === true) return 'ACTOR.NOT_PERMITTED';
  if (NOT_AFTER_THE_END.includes(operation.id) && phase === 'ended') return 'PLAN.ENDED';
  // A course is completed only if there was one.
  return operation.id === 'endPlan' && phase === 'awaitingCitizen' ? 'PLAN.AWAITS_CITIZEN_ANSWER' : MAY;
}

async function differences(
  name: PersonName,
  about: WellFilledPlan,
  own: boolean,
  phase: Phase,
): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const operation of described(api)) {
    const told = await answer(operation, name, about);
    const wanted = wantedOf(name, operation, own, phase);
    if (told !== wanted) found.push({ operation: operation.id, told, wanted });
  }
  return found;
}

/** One phase after the other: what was made of the plan stays made. */
describe.each(PHASES)('an operation on a plan that is %s', (phase) => {
  let about: WellFilledPlan;

  beforeAll(async () => {
    about = phase === 'awaitingCitizen' ? await pendingPlan() : plan;
    const { coordinator } = plan.people;
    const path = `/plans/${plan.planId}`;
    if (phase === 'onHold') await api.post(coordinator, `${path}/hold`, { reason: 'admission' }).expect(200);
    if (phase === 'ended') await api.post(coordinator, `${path}/end`, { reason: 'moved' }).expect(200);
    trying = true;
  });
  afterAll(() => {
    trying = false;
  });

  it.each(NAMES)('is for %s as the table says', async (name) => {
    expect(await differences(name, about, true, phase)).toEqual([]);
  });
});

describe('an operation on somebody else’s plan', () => {
  beforeAll(() => {
    trying = true;
  });
  afterAll(() => {
    trying = false;
  });

  it.each(NAMES)('is for %s as if there were no such plan', async (name) => {
    expect(await differences(name, { ...other, people: plan.people }, false, 'running')).toEqual([]);
  });

  it('and every try stands in the audit of the plan that it was about', async () => {
    const rows = await real.query<{ count: number }[]>(
      `SELECT count(DISTINCT operation)::int AS count FROM audit_entries
       WHERE plan_id = $1 AND person_id = $2 AND NOT allowed`,
      [other.planId, plan.people.stranger.personId],
    );
    const ofPlans = described(api).filter(({ path }) => path.includes('{planId}'));
    expect(rows).toEqual([{ count: ofPlans.length }]);
  });
});

/** A plan of the same people whose citizen, another one, has not answered. */
async function pendingPlan(): Promise<WellFilledPlan> {
  const { coordinator, citizen } = plan.people;
  const registered = await api.post(coordinator, '/citizens', {
    cpr: '0201919990',
    givenName: 'Else Test',
    familyName: 'Lauridsen',
    channel: 'letter',
  });
  const { personId } = registered.body as { personId: string };
  const started = await api.post(
    coordinator,
    '/plans',
    startBody(personId, coordinator, { citizenAnswer: 'pending', answerManner: null }),
  );
  const { planId } = started.body as { planId: string };
  const signedIn = await api.signIn(personId, citizen.organisationId, []);
  return { ...plan, planId, people: { ...plan.people, citizen: signedIn } };
}
