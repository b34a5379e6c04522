import { durationBetween, isInstant, isWorkingDay } from '../../libs/domain/calendar/index.js';
import {
  INFORMATION_KINDS,
  type InformationKind,
  PURPOSES,
} from '../../libs/domain/consent/consent.types.js';
import type { Awaited, DueStep, StepName } from '../../libs/domain/deadline/awaited.types.js';
import { deadlineOf, isOnHold } from '../../libs/domain/deadline/holds.js';
import { lastDayOf } from '../../libs/domain/deadline/period.js';
import { disclosureWindows } from '../../libs/domain/disclosure/disclosure-windows.js';
import { mayDisclose } from '../../libs/domain/disclosure/may-disclose.js';
import { knowsOfPlan, type Sight, sightOf } from '../../libs/domain/disclosure/sight.js';
import type { Actor } from '../../libs/domain/plan/actor.js';
import { noticesOf, refusalOf } from '../../libs/domain/notice/notices.js';
import type { Notice } from '../../libs/domain/notice/notice.types.js';
import { awaitsOf, dueSteps } from '../../libs/domain/plan/awaits.js';
import type { Decision } from '../../libs/domain/plan/decide.js';
import type { PlanState, RecordedEvent } from '../../libs/domain/plan/plan.types.js';
import { isUntold } from '../../libs/domain/task/telling-task.js';
import { waitState } from '../../libs/domain/plan/wait-state.js';
import { type ActorName, actors } from '../factories/plan-actors.js';
import { opened } from './opened.js';
import type { LifeRegister } from './life-register.js';
import type { ReferenceGate } from './reference-gate.js';
import type { ReferenceStanding } from './reference-standing.js';

type PersonActor = Extract<Actor, { kind: 'person' }>;

const ACTOR_NAMES = Object.keys(actors) as ActorName[];

/** Steps that stand on the calendar: a hold does not stop them. */
const CALENDAR_STEPS: readonly StepName[] = [
  'expireConsent',
  'beginConsent',
  'beginBasis',
  'expireBasis',
  'endCustody',
  'lapseProvisionalConsent',
  'lapseProvisionalMatter',
  'beginDeputy',
  'endDeputy',
];

/** What may still reach somebody after the end. */
const AFTER_END: readonly Notice['kind'][] = ['meetingCancellation', 'requestAnswered', 'courseEnded'];

/** What is said of something that somebody still has to do. */
const OF_WHAT_IS_OPEN: readonly Notice['kind'][] = [
  'taskRaised',
  'requestMade',
  'coordinatorMissing',
  'handoverProposal',
  'gatheringRequest',
  'meetingProposal',
  'approvalRequest',
];

/** Events after which the gate is compared everywhere, not only where something was said. */
const GATE_EVENTS =
  /^(consent|basis|matter|participant|provisional|custody|handover|coordinator|deputy|planStarted)/;

const MOST_CHANGE_OF_CLOCKS = 3_600_000;

interface HeldDeadline {
  readonly awaited: Awaited;
  readonly deadline: string;
}

/** What the rules are held against. */
export interface InvariantParts {
  readonly gate: ReferenceGate;
  readonly standing: ReferenceStanding;
  readonly register: LifeRegister;
}

/** Throws unless what must hold in every life holds after a command. Remembers what must not come twice. */
export class Invariants {
  private readonly stepKeys = new Set<string>();
  private readonly noticeKeys = new Set<string>();
  private readonly reminders = new Set<string>();
  /** What was told of something awaited, and could still be sent. */
  private readonly standing = new Map<string, Notice>();
  private looked: { state: PlanState; next: DueStep | null } | null = null;
  private heldFrom: string | null = null;
  private heldDeadlines: HeldDeadline[] = [];

  private readonly gate: ReferenceGate;
  private readonly standingOf: ReferenceStanding;
  private readonly register: LifeRegister;

  constructor({ gate, standing, register }: InvariantParts) {
    this.gate = gate;
    this.standingOf = standing;
    this.register = register;
  }

  /** The next step as the process is told it; it must be the earliest that is due. */
  nextStep(state: PlanState): DueStep | null {
    if (this.looked?.state === state) return this.looked.next;
    const { next } = waitState(state);
    const earliest = dueSteps(state).reduce<DueStep | null>(
      (least, step) => (least === null || step.at < least.at ? step : least),
      null,
    );
    demand(next?.at === earliest?.at, 'the wait state does not name the earliest step');
    this.looked = { state, next };
    return next;
  }

  check(before: PlanState | null, { events, state }: Decision, at: string): void {
    for (const recorded of events) {
      this.checkEvent(before, recorded, at);
      this.checkNotices(before, recorded, state);
    }
    if (events.length === 0) return;
    this.checkCoordinator(state);
    checkInterval(state);
    checkAgreements(state);
    this.checkAwaited(state);
    this.checkStanding(state, at);
    this.checkHolds(before, state, at);
    if (events.some(({ event }) => GATE_EVENTS.test(event.type))) this.checkGateEverywhere(state, at);
  }

  checkGateEverywhere(state: PlanState, at: string): void {
    this.checkWindows(state, at);
    this.checkStandingConsents(state, at);
    for (const participantId of [...this.gate.participantIds, 'nobody']) {
      for (const purpose of PURPOSES) {
        for (const kind of INFORMATION_KINDS) {
          const { allowed } = mayDisclose(state, { participantId, kind, purpose, at });
          demand(
            allowed === this.gate.allows(participantId, kind, purpose, at),
            `the gate says ${String(allowed)} for ${participantId}, ${kind}, ${purpose}`,
          );
        }
      }
    }
  }

  /** A consent that a later one says again does not stand beside it. */
  private checkStandingConsents(state: PlanState, at: string): void {
    const standing = Object.values(state.grants)
      .filter(({ participantId, to }) => at < to && state.participants[participantId]?.removedAt === null)
      .map(({ consentId, participantId }) => `${consentId} ${participantId}`)
      .sort();
    demand(
      standing.join() === this.gate.standingConsents(at).join(),
      `other consents stand: ${standing.join()} and not ${this.gate.standingConsents(at).join()}`,
    );
  }

  /** The database's copy of the gate opens to everybody what the gate opens, and nothing more. */
  private checkWindows(state: PlanState, at: string): void {
    const windows = disclosureWindows(state);
    for (const name of ACTOR_NAMES) {
      const actor = this.register.actor(name);
      if (actor.kind !== 'person') continue;
      const open = opened(windows, actor, at);
      const sight = knowsOfPlan(state, actor, at) ? sightOf(state, actor, at) : null;
      this.checkSight(sight, actor, at, name);
      demand(
        (sight !== null) === open.size > 0,
        `windows of ${name} to a plan that they may not know of, or none`,
      );
      demand((sight?.whole ?? false) === open.has('everything'), `another whole for ${name}`);
      demand(
        (sight?.leads ?? false) === (open.has('everything') || open.has('lead')),
        `another lead for ${name}`,
      );
      for (const kind of INFORMATION_KINDS) {
        const allowed = sight?.answers[kind].allowed ?? false;
        demand(
          allowed === (open.has('everything') || open.has(kind)),
          `another window for ${name} to ${kind}`,
        );
      }
    }
  }

  /** Whoever sees something sees it for a reason that stands at this very moment, and nobody with a reason is kept out. */
  private checkSight(sight: Sight | null, actor: PersonActor, at: string, name: ActorName): void {
    const { personId, worksIn } = actor;
    const acting = { worksIn, roles: actor.organisationRoles };
    const coordinates = this.standingOf.coordinates(personId, acting, at) && !this.gate.isDead(personId);
    const isWhole = coordinates || this.gate.isOfCitizensOwn(personId, at);
    demand((sight?.whole ?? false) === isWhole, `${name} sees ${isWhole ? 'not ' : ''}the whole plan`);
    if (sight === null) return;
    for (const participantId of sight.own) {
      demand(
        this.gate.isPartOf(participantId, personId, worksIn) ||
          (this.standingOf.goesFor(participantId, personId, at) &&
            this.gate.isColleagueOf(participantId, worksIn)),
        `${name} takes part as ${participantId}, for whom they do not stand`,
      );
    }
    demand(
      !sight.roles.includes('successor') || this.standingOf.isAsked(personId, acting),
      `${name} is asked to coordinate and does not work there any more`,
    );
  }

  private checkEvent(before: PlanState | null, { event, at: eventAt }: RecordedEvent, at: string): void {
    demand(eventAt === at, 'an event of another time');
    switch (event.type) {
      case 'stepPerformed': {
        demand(before !== null && before.ended === null, `a step after the end: ${event.key}`);
        for (const key of [event.key, ...event.superseded]) {
          demand(!this.stepKeys.has(key), `a step performed twice: ${key}`);
          this.stepKeys.add(key);
        }
        const awaited = awaitsOf(before).find(({ ref }) => ref === event.ref);
        demand(
          awaited === undefined || !isUntold(before, awaited),
          `a step about somebody who has not been told: ${event.key}`,
        );
        demand(
          !isOnHold(before) || CALENDAR_STEPS.includes(event.step) || awaited?.clock === 'calendar',
          `a step of a duty on hold: ${event.key}`,
        );
        return;
      }
      case 'policyReplaced':
        this.reminders.clear();
        return;
      case 'stepProblemReported':
        demand(event.code !== 'STEP.WITHOUT_EFFECT', `a step without effect: ${event.key}`);
        return;
      case 'participantsInvited':
        for (const participantId of event.participantIds) this.demandRight(participantId, 'course', at);
        return;
      case 'versionDistributed':
        for (const { participantId, kinds } of event.orders) {
          demand(kinds.length > 0, 'a version of nothing');
          for (const kind of kinds) this.demandRight(participantId, kind, at);
        }
        return;
      case 'gatheringRequested':
        this.demandRight(event.participantId, 'course', at);
        return;
      case 'provisionalConsentLapsed':
        this.gate.lapse(event.participantId, event.grantIds, at);
        return;
      case 'matterLapsed':
        if (event.how === 'unconfirmed') this.gate.lapseMatter(event.confirmationId, at);
        return;
      default:
    }
  }

  private checkNotices(before: PlanState | null, recorded: RecordedEvent, after: PlanState): void {
    for (const notice of noticesOf(recorded, after)) {
      demand(!this.noticeKeys.has(notice.key), `a notice twice: ${notice.key}`);
      this.noticeKeys.add(notice.key);
      if (notice.ref !== null) this.standing.set(notice.key, notice);
      demand(
        notice.ref !== null || !OF_WHAT_IS_OPEN.includes(notice.kind),
        `a notice that would be sent after what it tells of is done: ${notice.key}`,
      );
      const refusal = refusalOf(after, notice, recorded.at);
      demand(refusal !== 'withheld', `a notice without a right to it: ${notice.key}`);
      if (before?.ended !== null && before !== null && after.ended !== null) {
        demand(refusal !== null || AFTER_END.includes(notice.kind), `a notice after the end: ${notice.key}`);
      }
      if (notice.discloses !== null && notice.recipient.kind === 'participant') {
        this.demandRight(notice.recipient.participantId, notice.discloses, recorded.at);
      }
      if (recorded.event.type === 'stepPerformed') this.checkReminder(notice, recorded, after);
    }
  }

  /** Whatever is no longer awaited is not told any more, whoever was to be told of it. */
  private checkStanding(state: PlanState, at: string): void {
    const open = new Set(awaitsOf(state).map(({ ref }) => ref));
    for (const [key, notice] of this.standing) {
      if (open.has(notice.ref ?? '')) continue;
      const refusal = refusalOf(state, notice, at);
      if (refusal === 'waits') continue;
      demand(refusal === 'moot', `a notice of what is done: ${key}`);
      this.standing.delete(key);
    }
  }

  private checkReminder(notice: Notice, { event, at }: RecordedEvent, after: PlanState): void {
    if (event.type !== 'stepPerformed') return;
    demand(
      notice.ref !== null && awaitsOf(after).some(({ ref }) => ref === notice.ref),
      `a reminder of what is not awaited: ${event.key}`,
    );
    if (after.coordinatorPersonId === null && notice.recipient.kind === 'teamLeader') return;
    const reminder = JSON.stringify([notice.ref, notice.kind, notice.recipient, at]);
    demand(!this.reminders.has(reminder), `reminded twice at once: ${reminder}`);
    this.reminders.add(reminder);
  }

  private checkCoordinator(state: PlanState): void {
    demand(state.coordinatorPersonId !== state.citizenPersonId, 'the citizen coordinates');
    demand(
      (state.coordinatorPersonId === null) === (state.vacancy !== null),
      'a vacancy beside a coordinator',
    );
    if (state.coordinatorPersonId === null && state.ended === null) {
      demand(
        awaitsOf(state).some(({ kind }) => kind === 'coordinatorNamed'),
        'no coordinator, and none awaited',
      );
    }
  }

  private checkAwaited(state: PlanState): void {
    const awaits = awaitsOf(state);
    demand(new Set(awaits.map(({ ref }) => ref)).size === awaits.length, 'one reference for two things');
    for (const { ref, since, deadline } of awaits) {
      demand(isInstant(since) && isInstant(deadline), `no deadline for ${ref}`);
    }
    const due = dueSteps(state);
    demand(new Set(due.map(({ key }) => key)).size === due.length, 'one key for two steps');
    const again = due.find(({ key }) => this.stepKeys.has(key));
    demand(again === undefined, `a step is due again that was performed: ${again?.key ?? ''}`);
    if (state.ended !== null) {
      demand(awaits.length === 0 && due.length === 0, 'an ended plan waits');
    } else {
      demand(awaits.length > 0 || due.length > 0, 'an open plan waits for nothing');
    }
  }

  /** What was ahead when a hold began lies as far ahead when it ends. */
  private checkHolds(before: PlanState | null, state: PlanState, at: string): void {
    if (before === null) return;
    if (!isOnHold(before) && isOnHold(state)) {
      this.heldFrom = at;
      this.heldDeadlines = awaitsOf(state)
        .filter(({ clock }) => clock === 'duty')
        .map((awaited) => ({ awaited, deadline: deadlineOf(awaited, before) }))
        .filter(({ awaited, deadline }) => deadline > at && awaited.since <= at);
    }
    if (this.heldFrom === null || !isOnHold(before) || isOnHold(state) || state.ended !== null) return;
    const paused = durationBetween(this.heldFrom, at);
    for (const { awaited, deadline } of this.heldDeadlines) {
      const now = awaitsOf(state).find(({ ref }) => ref === awaited.ref);
      if (now?.deadline !== awaited.deadline || now.since !== awaited.since) continue;
      const later = deadlineOf(now, state);
      const moved = durationBetween(deadline, later);
      // By the clock on the wall: an hour less where the clocks were put forward meanwhile.
      demand(
        moved >= paused - MOST_CHANGE_OF_CLOCKS,
        `held ${String(paused)} ms, but ${awaited.ref} moved by ${String(moved)}`,
      );
      const endsOpen = isWorkingDay(lastDayOf(later), state.policy.closingDays);
      demand(moved === 0 || moved === paused || endsOpen, `${awaited.ref} ends with a closed day`);
    }
    this.heldFrom = null;
  }

  private demandRight(participantId: string, kind: InformationKind, at: string): void {
    demand(
      this.gate.allows(participantId, kind, 'coordination', at),
      `${participantId} is given ${kind} without a right to it`,
    );
  }
}

function checkInterval({ intervalMonths, policy }: PlanState): void {
  const { least, most } = policy.followUpMonths;
  demand(least <= intervalMonths && intervalMonths <= most, 'an interval that the policy does not allow');
}

/** What is counted is what bound somebody and has ended. */
function checkAgreements({ agreements, outcomes }: PlanState): void {
  const ended = Object.values(agreements).filter(
    ({ outcome, bindingSince }) => outcome !== null && bindingSince !== null,
  );
  const counted = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  demand(counted === ended.length, `${counted} outcomes of ${ended.length} agreements that bound and ended`);
}

function demand(condition: boolean, broken: string): asserts condition {
  if (!condition) throw new Error(broken);
}
