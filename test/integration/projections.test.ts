import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, EntityManager } from 'typeorm';
import { fold } from '../../libs/domain/plan/evolve.js';
import type { EventType, PlanState, RecordedEvent } from '../../libs/domain/plan/plan.types.js';
import { currentAwaits, waitState } from '../../libs/domain/plan/wait-state.js';
import { historyWith } from '../../libs/persistence/event-history.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { project } from '../../libs/record/projections/project.js';
import { READ_MODELS, rebuildProjections } from '../../libs/record/projections/rebuild.js';
import { versionContent } from '../../libs/record/read/drafting.read.js';
import { planView, type PlanView } from '../../libs/record/read/plan-view.js';
import { planTimeline, type TimelineEntry } from '../../libs/record/read/timeline.read.js';
import { startPostgres, type TestPostgres } from '../support/servers.js';
import { type Cast, eventfulLife } from './eventful-life.js';
import { insertCitizen, insertOrganisation, insertPerson } from './people-rows.js';
import { toldByReadModels, toldByState } from './state-from-read-models.js';
import { testVault } from '../support/test-vault.js';
import { WordSealer } from '../../libs/persistence/sealed-words/word-sealer.js';

describe('the read models of a plan', () => {
  let postgres: TestPostgres;
  let dataSource: DataSource;
  let cast: Cast;
  let state: PlanState;
  let recorded: RecordedEvent[];

  beforeAll(async () => {
    postgres = await startPostgres();
    await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
    dataSource = await createDataSource({
      url: postgres.applicationUrl,
      poolSize: 4,
      keys: testVault.keys,
    }).initialize();
    cast = await insertCast(dataSource.manager);
  }, 60_000);

  afterAll(async () => {
    await dataSource.destroy();
    await postgres.stop();
  });

  async function view(): Promise<PlanView> {
    const found = await planView(dataSource.manager, testVault.contacts, cast.planId);
    if (found === null) throw new Error('The plan is not there.');
    return found;
  }

  it('say the same as the state after every command of a life in which everything happens', async () => {
    let current: PlanState | null = null;
    recorded = [];
    for (const { at, events } of eventfulLife(cast)) {
      const seq = recorded.length;
      const batch = events.map((event, index) => ({ seq: seq + index + 1, at, event }));
      current = await commit(dataSource, current, batch);
      recorded.push(...batch);
      const found = await view();
      expect({ at, ...toldByReadModels(found) }).toEqual({ at, ...toldByState(current) });
      expect(found.plan.state).toEqual(current);
      expect(found.awaited.map(({ ref, deadline }) => ({ ref, deadline }))).toEqual(
        currentAwaits(current).map(({ ref, deadline }) => ({ ref, deadline })),
      );
    }
    if (current === null) throw new Error('The life is empty.');
    state = current;
  });

  it('were tried with every kind of event', () => {
    const happened = new Set(recorded.map(({ event }) => event.type));
    expect([...happened].sort()).toEqual([...ALL_EVENTS].sort());
  });

  it('keep what the state forgets', async () => {
    const found = await view();
    expect(found.consents.map(({ grantId, status }) => [grantId, status])).toEqual(
      expect.arrayContaining([
        ['first:psychiatry', 'replaced'],
        ['first:mother', 'lapsed'],
        ['third:mother', 'narrowed'],
        ['fourth:mother', 'withdrawn'],
        ['second:psychiatry', 'expired'],
      ]),
    );
    expect(found.consents.find(({ grantId }) => grantId === 'second:psychiatry')).toMatchObject({
      kinds: ['survey', 'course'],
      grantedKinds: ['course', 'goals', 'survey', 'challenges'],
    });
    expect(found.coordinatorPeriods.map(({ personId }) => personId)).toEqual([
      cast.coordinator,
      cast.coordinator,
      cast.coordinator,
      cast.successor,
      cast.coordinator,
    ]);
    expect(found.handovers.map(({ outcome }) => outcome)).toEqual([
      'withdrawn',
      'withdrawn',
      'accepted',
      'withdrawn',
      'declined',
    ]);
    expect(found.versions.map(({ version, status }) => [version, status])).toEqual([
      [3, 'returned'],
      [2, 'locked'],
      [1, 'locked'],
    ]);
    expect(found.deliveries).toHaveLength(4);
    expect(
      found.deliveries
        .find(({ version, participantId }) => version === 2 && participantId === 'psychiatry')
        ?.events.map(({ status, channel }) => `${status} ${channel}`),
    ).toEqual(['queued mail', 'failed mail', 'queued inPerson', 'read inPerson']);
    expect(found.meetings[0]).toMatchObject({
      minutes: 'Vi aftalte …',
      missingRoles: ['substanceTreatment'],
    });
    expect(found.plan).toMatchObject({ holdReason: 'prison', endNote: null });
  });

  it('keep a version as it was sent out for approval', async () => {
    expect(await versionContent(dataSource, cast.planId, 1)).toEqual({
      sections: { survey: 'Længere 🙂 \u202Eog\u202C "citat" \\ slut', challenges: 'Søvn', followUp: 'Juni' },
      goals: [
        { goalId: 'work', title: 'Et job', priority: 1, status: 'open' },
        { goalId: 'sleep', title: 'Sove hele natten', priority: 3, status: 'open' },
      ],
      agreements: ['a1', 'a2'].map((agreementId) => ({
        agreementId,
        goalId: 'sleep',
        title: `Aftale ${agreementId}`,
        responsibleParticipantId: 'psychiatry',
        dueDate: '2027-04-01',
        outcome: null,
      })),
    });
  });

  it('are the same when they are emptied and folded again from the events alone', async () => {
    const before = await rowsOf(dataSource, cast.planId);
    await dataSource.transaction(async (manager) => {
      const { events: told, history } = await testVault.events.whole(manager, cast.planId);
      const events = told.map(({ seq, at, event }) => ({ seq, at, event }));
      expect(events).toEqual(recorded);
      const whole = { events, history: history.toString('base64') };
      const sealer = new WordSealer(await testVault.events.keyOf(manager, cast.planId, state.updatedAt));
      expect(await rebuildProjections(manager, cast.planId, whole, sealer)).toEqual(state);
    });
    expect(await rowsOf(dataSource, cast.planId)).toEqual(before);
  });

  it('tell the timeline in pages, with ids and codes and no word that somebody wrote', async () => {
    const entries: TimelineEntry[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof planTimeline>> = await planTimeline(
        dataSource,
        testVault.events,
        cast.planId,
        {
          cursor,
          limit: 25,
        },
      );
      entries.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    const text = JSON.stringify(entries);
    expect(entries.map(({ seq }) => seq)).toEqual(recorded.map(({ seq }) => seq));
    const words = wordsOf(eventfulLife(cast));
    expect(words.length).toBeGreaterThan(40);
    expect(words.filter((word) => text.includes(word))).toEqual([]);
    expect(entries.find(({ type }) => type === 'gatheringAnswered')?.subject).toEqual({
      participantId: 'psychiatry',
      round: 1,
      late: false,
      answer: 'plans',
    });
    expect(entries.find(({ type }) => type === 'planEnded')?.subject).toEqual({ reason: 'moved' });
  });

  it('refuse a second open plan of one citizen', async () => {
    const [start] = eventfulLife({ ...cast, planId: randomUUID() });
    const batch = (start?.events ?? []).map((event, index) => ({
      seq: index + 1,
      at: start?.at ?? '',
      event,
    }));
    await expect(commit(dataSource, null, batch)).rejects.toMatchObject({
      code: '23505',
      driverError: { constraint: 'uix_plans_open_citizen' },
    });
  });
});

/** What the transaction of a command does with its events. */
async function commit(
  dataSource: DataSource,
  before: PlanState | null,
  batch: readonly RecordedEvent[],
): Promise<PlanState> {
  const after = fold(before, batch);
  if (after === null) throw new Error('Nothing happened.');
  await dataSource.transaction(async (manager) => {
    const key = await testVault.events.keyOf(manager, after.planId, after.updatedAt);
    const sealer = new WordSealer(key);
    const log = testVault.events;
    const appended = {
      planId: after.planId,
      events: batch,
      actor: { kind: 'process' },
      commandId: null,
    } as const;
    const prepared = log.prepare(appended, key);
    const { history: earlier } = await log.whole(manager, after.planId);
    const history = prepared.rows.reduce(historyWith, earlier).toString('base64');
    await project(manager, { before, after, events: batch, waitState: waitState(after), sealer, history });
    await log.append(manager, prepared);
  });
  return after;
}

async function insertCast(manager: EntityManager): Promise<Cast> {
  const organisationId = await insertOrganisation(manager, 'Ambulatoriet');
  return {
    planId: randomUUID(),
    organisationId,
    citizen: await insertCitizen(manager, 'Magnus'),
    coordinator: await insertPerson(manager, 'Lonni', organisationId),
    successor: await insertPerson(manager, 'Einer', organisationId),
    psychiatrist: await insertPerson(manager, 'Rasmus', organisationId),
    jobConsultant: await insertPerson(manager, 'Else', organisationId),
    mother: await insertPerson(manager, 'Ida'),
    documentId: randomUUID(),
  };
}

/** Every row of every read model, and the plan's own. */
async function rowsOf(dataSource: DataSource, planId: string): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {};
  for (const table of READ_MODELS) {
    rows[table] = await dataSource.query(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE plan_id = $1 ORDER BY to_jsonb(t)`,
      [planId],
    );
  }
  rows.plans = await dataSource.query('SELECT * FROM plans WHERE id = $1', [planId]);
  return rows;
}

const WRITTEN = [
  'note',
  'words',
  'title',
  'content',
  'place',
  'minutes',
  'extent',
  'notToldBecause',
  'items',
  'text',
];

/** Texts in the life that somebody wrote. The reasons for ending and holding a plan are codes. */
function wordsOf(life: unknown, written = false): string[] {
  if (typeof life === 'string') return written ? [life] : [];
  if (typeof life !== 'object' || life === null) return [];
  const coded = 'type' in life && (life.type === 'planEnded' || life.type === 'planHeld');
  return Object.entries(life).flatMap(([key, value]) =>
    wordsOf(value, Array.isArray(life) ? written : WRITTEN.includes(key) || (key === 'reason' && !coded)),
  );
}

const EVENTS: Record<EventType, true> = {
  planStarted: true,
  citizenAnswered: true,
  policyReplaced: true,
  planHeld: true,
  planResumed: true,
  planEnded: true,
  planMergedIn: true,
  planReopened: true,
  stepPerformed: true,
  stepProblemReported: true,
  noticeReported: true,
  deathNoted: true,
  deathTakenBack: true,
  meetingRestored: true,
  participantAdded: true,
  participantRemoved: true,
  participantReplaced: true,
  representativeLeft: true,
  representativeReturned: true,
  registerDetailsShown: true,
  channelChanged: true,
  contactPersonNamed: true,
  matterRecorded: true,
  matterConfirmed: true,
  matterRejected: true,
  matterLapsed: true,
  custodyHolderAnswered: true,
  consentAttempted: true,
  consentGiven: true,
  consentConfirmed: true,
  consentRefused: true,
  consentNarrowed: true,
  consentWithdrawn: true,
  consentExpired: true,
  provisionalConsentLapsed: true,
  basisRecorded: true,
  basisEnded: true,
  custodyEnded: true,
  gatheringRequested: true,
  gatheringAnswered: true,
  gatheringWithdrawn: true,
  overlapDecided: true,
  meetingProposed: true,
  proposalAnswered: true,
  meetingFixed: true,
  participantsInvited: true,
  invitationWithdrawn: true,
  meetingDeputyLeft: true,
  invitationAnswered: true,
  agendaSent: true,
  meetingMoved: true,
  meetingCancelled: true,
  requiredRolesChecked: true,
  attendanceRecorded: true,
  minutesRecorded: true,
  sectionSaved: true,
  goalSet: true,
  goalRemoved: true,
  agreementMade: true,
  agreementRevised: true,
  agreementRemoved: true,
  agreementEnded: true,
  goalStatusReported: true,
  draftSubmitted: true,
  draftApproved: true,
  draftObjected: true,
  draftWithdrawn: true,
  versionLocked: true,
  revisionOpened: true,
  versionDistributed: true,
  deliveryRecorded: true,
  versionSentAgain: true,
  followUpSet: true,
  followUpOpened: true,
  followUpClosed: true,
  requestMade: true,
  requestAnswered: true,
  requestFulfilled: true,
  handoverProposed: true,
  handoverAccepted: true,
  handoverDeclined: true,
  handoverWithdrawn: true,
  coordinatorResigned: true,
  coordinatorNamed: true,
  coordinatorLeft: true,
  coordinatorReturned: true,
  successorLeft: true,
  deputyAppointed: true,
  deputyBegun: true,
  deputyEnded: true,
  taskRaised: true,
  taskClosed: true,
};
const ALL_EVENTS = Object.keys(EVENTS) as EventType[];
