import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { castMember, type CastName } from '../../apps/local/demonstration/cast.js';
import { Clock } from '../../libs/clock/clock.js';
import { addDuration, type Instant } from '../../libs/domain/calendar/index.js';
import type { Actor } from '../../libs/domain/plan/actor.js';
import type { PlanCommand } from '../../libs/domain/plan/plan.types.js';
import type { Policy } from '../../libs/domain/plan/policy.types.js';
import { CitizenEntity, PersonEntity } from '../../libs/persistence/entities/index.js';
import type { AfterCommit } from '../../libs/record/after-commit.js';
import type { PlanRecord } from '../../libs/record/plan-record.js';
import testCitizens from '../../libs/test-citizens/test-citizens.json' with { type: 'json' };
import * as commands from './plan-commands.js';
import { processOrigin } from '../../libs/audit/audit-entry.types.js';
import type { AuditLog } from '../../libs/audit/audit-log.js';
import { NO_CONTACT_DETAILS } from '../../libs/persistence/contact-details/contact-details.js';
import type { Vault } from '../../libs/persistence/vault.js';
import { recordOn } from '../support/test-vault.js';

/** Who coordinates, unless the test chooses somebody else. */
const COORDINATOR: CastName = 'ravn';
/** Who takes part besides the citizen, by the name under which they do. */
const PARTIES = { psychiatry: 'svale', jobCentre: 'gøg' } as const;
type PartyName = keyof typeof PARTIES;

/** A clock that stands until it is moved. */
class StandingClock extends Clock {
  constructor(public at: Instant) {
    super();
  }

  override now(): Promise<Instant> {
    return Promise.resolve(this.at);
  }
}

interface Keys {
  readonly vault: Vault;
  readonly audit: AuditLog;
}

/** What a plan of a test begins with. */
export interface Beginning {
  readonly policy: Policy;
  readonly citizenPersonId: string;
  /** When it begins; what follows is done at that moment until time passes. */
  readonly at: Instant;
  readonly afterCommit: AfterCommit;
  /** The keys of the processes that work on the plan. */
  readonly keys: Keys;
  readonly answer?: 'yes' | 'pending';
  readonly coordinator?: CastName;
}

/** One plan's life as the record sees it, at moments that the test chooses. */
export class RealPlan {
  readonly planId = randomUUID();
  readonly #clock: StandingClock;
  readonly #record: PlanRecord;
  readonly #coordinator: CastName;

  private constructor(database: DataSource, { at, afterCommit, keys, coordinator = COORDINATOR }: Beginning) {
    this.#coordinator = coordinator;
    this.#clock = new StandingClock(at);
    this.#record = recordOn(database, this.#clock, { afterCommit, ...keys });
  }

  static async begin(database: DataSource, beginning: Beginning): Promise<RealPlan> {
    const plan = new RealPlan(database, beginning);
    const { id, organisationId } = castMember(plan.#coordinator);
    const start = commands.startPlan({
      planId: plan.planId,
      number: '',
      citizenPersonId: beginning.citizenPersonId,
      coordinatorPersonId: id,
      organisationId: organisationId ?? '',
      policy: beginning.policy,
      citizenAnswer: beginning.answer ?? 'yes',
      answerManner: beginning.answer === 'pending' ? null : 'oral',
    });
    await plan.give(start);
    return plan;
  }

  get at(): Instant {
    return this.#clock.at;
  }

  async give(command: PlanCommand, by: CastName = this.#coordinator): Promise<void> {
    const context = { commandId: null, expectedSeq: null, origin: processOrigin(randomUUID()) };
    await this.#record.execute(this.planId, command, { actor: actorOf(by), ...context });
  }

  /** From now on it is so much later. */
  pass(time: { days?: number; minutes?: number }): void {
    this.moveTo(addDuration(this.at, time));
  }

  /** From now on it is this moment. */
  moveTo(at: Instant): void {
    this.#clock.at = at;
  }

  async join(...names: readonly PartyName[]): Promise<void> {
    for (const name of names) {
      const { id, organisationId } = castMember(PARTIES[name]);
      await this.give(commands.addParticipant(name, { personId: id, organisationId }));
    }
  }

  async consent(...names: readonly PartyName[]): Promise<void> {
    const grants = names.map((name) => commands.grant(name, this.at));
    await this.give(commands.giveConsent(randomUUID(), grants));
  }

  async ask(...names: readonly PartyName[]): Promise<void> {
    await this.give({ type: 'requestGathering', participantIds: names, answerBy: null });
  }

  async answer(...names: readonly PartyName[]): Promise<void> {
    for (const participantId of names) {
      await this.give({ type: 'answerGathering', participantId, answer: { kind: 'noPlan' } });
    }
  }

  /** Fixes a meeting two weeks ahead. */
  async convene(meetingId = 'meeting-1'): Promise<void> {
    await this.give(commands.fixMeeting(meetingId, this.at));
  }

  /** Fixes an urgent meeting some hours ahead: its invitations are sent on any day, at any hour. */
  async conveneUrgently(meetingId = 'urgent-1'): Promise<void> {
    const times = { from: addDuration(this.at, { hours: 5 }), to: addDuration(this.at, { hours: 6 }) };
    await this.give(commands.fixMeeting(meetingId, this.at, { kind: 'urgent', ...times }));
  }

  /** Two weeks later the meeting has been held. */
  async hold(meetingId = 'meeting-1'): Promise<void> {
    this.pass({ days: 15 });
    await this.give(commands.recordAttendance(meetingId));
    await this.give({ type: 'recordMinutes', meetingId, minutes: 'aftalt' });
  }

  async draft(): Promise<void> {
    for (const section of ['survey', 'challenges', 'followUp'] as const) {
      await this.give(commands.saveSection(section));
    }
    await this.give(commands.setGoal());
    await this.give(commands.makeAgreement('agreement-1', this.at));
    await this.give({ type: 'submitDraft' });
  }

  async approve(...participantIds: readonly string[]): Promise<void> {
    for (const participantId of participantIds)
      await this.give({ type: 'approveDraft', participantId, manner: 'oral' });
  }
}

/** A life from its beginning into one phase, as far as people carry it. */
export type Story = (plan: RealPlan) => Promise<void>;

/** Lives of about a month that reach one phase each; the citizen's answer is still awaited in the first. */
export const STORIES = {
  awaitingCitizen: () => Promise.resolve(),
  consent: (plan) => plan.join('psychiatry', 'jobCentre'),
  async gathering(plan) {
    await plan.join('psychiatry', 'jobCentre');
    await plan.consent('psychiatry', 'jobCentre');
    await plan.ask('psychiatry', 'jobCentre');
    await plan.answer('jobCentre');
  },
  async convening(plan) {
    await STORIES.gathering(plan);
    await plan.answer('psychiatry');
    plan.pass({ days: 18 });
    await plan.convene();
  },
  async drafting(plan) {
    await STORIES.gathering(plan);
    await plan.answer('psychiatry');
    await plan.convene();
    await plan.hold();
  },
  async approval(plan) {
    await STORIES.drafting(plan);
    await plan.draft();
  },
  async followUp(plan) {
    await STORIES.approval(plan);
    await plan.approve('citizen', 'psychiatry', 'jobCentre');
  },
  async onHold(plan) {
    await STORIES.gathering(plan);
    plan.pass({ days: 1 });
    await plan.give(commands.holdPlan());
  },
  async ended(plan) {
    await STORIES.gathering(plan);
    plan.pass({ days: 1 });
    await plan.give(commands.endPlan('citizenWithdrew'));
  },
} as const satisfies Record<string, Story>;
export type StoryName = keyof typeof STORIES;

/** Registers fictitious citizens who can be written to by mail, so that each can have a plan. */
export async function registerCitizens(database: DataSource, vault: Vault, count: number): Promise<string[]> {
  const people = Array.from({ length: count }, (_, index) => {
    const { given, family, birthDate } = testAdult(index);
    const id = randomUUID();
    return { id, given: given.join(' '), family, birthDate, email: `borger-${id}@borger.example` };
  });
  await database.manager.insert(
    PersonEntity,
    people.map(({ id, given, family }) => ({
      id,
      givenName: given,
      familyName: family,
      language: 'da' as const,
      channel: 'mail' as const,
      organisationRoles: [],
      protectedIdentity: false,
      createdAt: '2026-01-01T09:00:00.000Z',
    })),
  );
  await database.manager.insert(
    CitizenEntity,
    people.map(({ id, birthDate }) => ({
      personId: id,
      cprEncrypted: Buffer.from(id),
      cprHash: Buffer.from(id),
      birthDate,
    })),
  );
  for (const { id, email } of people) {
    await vault.contacts.write(
      database.manager,
      id,
      { ...NO_CONTACT_DETAILS, email },
      '2026-01-01T09:00:00.000Z',
    );
  }
  return people.map(({ id }) => id);
}

/** A citizen who consents for themself. */
function testAdult(index: number): (typeof testCitizens.people)[number] {
  const adults = testCitizens.people.filter(({ birthDate }) => birthDate < '2005-01-01');
  const found = adults[index % adults.length];
  if (found === undefined) throw new Error('There are no grown-up test citizens.');
  return found;
}

/** A member of the cast as who gives a command. */
export function actorOf(name: CastName): Actor {
  const { id, organisationId, organisationRoles } = castMember(name);
  const worksIn = organisationId === null ? [] : [organisationId];
  return { kind: 'person', personId: id, organisationId, organisationRoles, worksIn };
}
