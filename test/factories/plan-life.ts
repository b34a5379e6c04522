import { expect } from '@jest/globals';
import { copenhagenDate } from '../../libs/domain/calendar/index.js';
import type { DueStep, StepName } from '../../libs/domain/deadline/awaited.types.js';
import { noticesOf } from '../../libs/domain/notice/notices.js';
import type { Notice } from '../../libs/domain/notice/notice.types.js';
import { awaitsOf, dueSteps } from '../../libs/domain/plan/awaits.js';
import { decide } from '../../libs/domain/plan/decide.js';
import { DomainError, type ErrorCode } from '../../libs/domain/plan/errors.js';
import type {
  CommandOf,
  EventType,
  PlanCommand,
  PlanEvent,
  PlanState,
  RecordedEvent,
} from '../../libs/domain/plan/plan.types.js';
import { type ActorName, actors } from './plan-actors.js';
import * as commands from './plan-commands.js';
import { asRegistered } from './plan-register.js';

/** A Monday morning in spring, with no public holiday near. */
const BEGINNING = '2027-04-05T07:00:00.000Z';

/** A command, or one that depends on the moment at which it is given. */
export type CommandAt = PlanCommand | ((at: string) => PlanCommand);

interface Lived {
  readonly state: PlanState | null;
  readonly events: readonly RecordedEvent[];
  readonly notices: readonly Notice[];
  readonly at: string;
}

/** A plan's life told in sentences. Each sentence gives a new life; none changes the one before. */
export class Life {
  constructor(private readonly lived: Lived) {}

  /** The instant now. */
  get at(): string {
    return this.lived.at;
  }

  get state(): PlanState {
    if (this.lived.state === null) throw new Error('the plan has not been started');
    return this.lived.state;
  }

  get events(): readonly RecordedEvent[] {
    return this.lived.events;
  }

  /** Everything that was written to somebody so far. */
  get notices(): readonly Notice[] {
    return this.lived.notices;
  }

  /** The types of all events so far, in order. */
  get history(): EventType[] {
    return this.events.map(({ event }) => event.type);
  }

  /** What is awaited now, by reference. */
  get awaited(): string[] {
    return awaitsOf(this.state).map(({ ref }) => ref);
  }

  /** The kinds of what is awaited now. */
  get awaitedKinds(): string[] {
    return [...new Set(awaitsOf(this.state).map(({ kind }) => kind))].sort();
  }

  get due(): readonly DueStep[] {
    return dueSteps(this.state);
  }

  /** Every step performed so far. */
  get steps(): StepName[] {
    return this.eventsOf('stepPerformed').map(({ step }) => step);
  }

  eventsOf<T extends EventType>(type: T): Extract<PlanEvent, { type: T }>[] {
    return this.events
      .map(({ event }) => event)
      .filter((event): event is Extract<PlanEvent, { type: T }> => event.type === type);
  }

  /** Gives a command. */
  does(command: CommandAt, by: ActorName = 'coordinator'): Life {
    const given = typeof command === 'function' ? command(this.at) : command;
    const actor = actors[by];
    const decision = decide(this.lived.state, asRegistered(given, actor), { at: this.at, actor });
    return new Life({
      state: decision.state,
      events: [...this.events, ...decision.events],
      notices: [
        ...this.notices,
        ...decision.events.flatMap((recorded) => noticesOf(recorded, decision.state)),
      ],
      at: this.at,
    });
  }

  /** Time passes without the process, as when it is away. */
  unattended(days: number): Life {
    return this.until(commands.daysAfter(this.at, days));
  }

  until(at: string): Life {
    return new Life({ ...this.lived, at });
  }

  /** Performs a step that is due. */
  performs(step: DueStep): Life {
    return this.does({ type: 'performStep', step: step.step, key: step.key, tryNow: false }, 'process');
  }

  /** Time passes, and the process performs each step at its moment. */
  passing(days: number): Life {
    return this.passingUntil(commands.daysAfter(this.at, days));
  }

  passingUntil(at: string): Life {
    const next = this.due[0];
    if (next === undefined || next.at > at) return this.until(at);
    return this.until(next.at > this.at ? next.at : this.at)
      .performs(next)
      .passingUntil(at);
  }

  /** The process performs what is due now. */
  attended(): Life {
    return this.passingUntil(this.at);
  }

  started(change: Partial<CommandOf<'startPlan'>> = {}): Life {
    return this.does(commands.startPlan(change));
  }

  withParticipant(name: commands.ParticipantName, change: Partial<CommandOf<'addParticipant'>> = {}): Life {
    const command = commands.addParticipant(name, change);
    return this.does(command).withPartConfirmed(command.participantId);
  }

  /** The team leader saw the paper by which somebody has a say. */
  withPartConfirmed(participantId: string): Life {
    const confirmationId = `part:${participantId}`;
    if (this.state.provisional?.[confirmationId] === undefined) return this;
    return this.does({ type: 'confirmMatter', confirmationId, seen: commands.SEEN }, 'teamLeader');
  }

  /** Each takes part and has the citizen's consent to everything for a year, recorded by the citizen. */
  withConsent(...names: commands.ParticipantName[]): Life {
    const joined = names
      .filter((name) => this.state.participants[name] === undefined)
      .reduce<Life>((life, name) => life.withParticipant(name), this);
    return joined.does(
      (at) =>
        commands.giveConsent(
          `consent-${String(joined.state.usedIds.length + 1)}`,
          names.map((name) => commands.grant(name, at)),
        ),
      'citizen',
    );
  }

  asked(...participantIds: string[]): Life {
    return this.does({ type: 'requestGathering', participantIds, answerBy: null });
  }

  answered(participantId: string, answer: CommandOf<'answerGathering'>['answer'] = { kind: 'noPlan' }): Life {
    return this.does({ type: 'answerGathering', participantId, answer });
  }

  /** A meeting is fixed two weeks ahead, and those who may know are invited. */
  withMeeting(meetingId = 'meeting-1', change: Partial<CommandOf<'fixMeeting'>> = {}): Life {
    return this.does((at) => commands.fixMeeting(meetingId, at, change)).attended();
  }

  /** A meeting is fixed, held with the citizen, and its minutes are written. */
  withMeetingHeld(meetingId = 'meeting-1'): Life {
    return this.withMeeting(meetingId)
      .passing(14)
      .does(commands.recordAttendance(meetingId))
      .does({ type: 'recordMinutes', meetingId, minutes: 'what was said' });
  }

  /** All sections are written, with one goal and one agreement of the psychiatry's. */
  withDraft(): Life {
    return this.does(commands.saveSection('survey'))
      .does(commands.saveSection('challenges'))
      .does(commands.saveSection('followUp'))
      .does(commands.setGoal())
      .does((at) => commands.makeAgreement('agreement-1', at));
  }

  /** The draft is out for approval. */
  submitted(): Life {
    return this.does({ type: 'submitDraft' });
  }

  /** Everyone who is asked approves, and that locks the version. */
  approved(): Life {
    const approverIds = Object.entries(this.state.submission?.approvals ?? {})
      .filter(([, answer]) => answer === null)
      .map(([participantId]) => participantId);
    return approverIds.reduce<Life>(
      (life, participantId) => life.does({ type: 'approveDraft', participantId, manner: 'oral' }),
      this,
    );
  }

  /** From the start to the first version, locked and on its way: psychiatry and job centre take part. */
  withVersion(): Life {
    return this.started()
      .withConsent('psychiatry', 'jobCentre')
      .asked('psychiatry', 'jobCentre')
      .answered('psychiatry')
      .answered('jobCentre')
      .withMeetingHeld()
      .withDraft()
      .submitted()
      .approved()
      .attended();
  }

  /** A meeting is held and the first version is locked, whoever has answered the gathering. */
  withVersionLocked(): Life {
    return this.withMeetingHeld().withDraft().submitted().approved().attended();
  }

  /** Every delivery on its way has come as far as a mail server or the post. */
  delivered(): Life {
    return Object.values(this.state.deliveries)
      .filter(({ status }) => status === 'queued')
      .reduce<Life>(
        (life, { version, participantId }) =>
          life.does({
            type: 'recordDelivery',
            version,
            participantId,
            status: 'accepted',
            channel: 'letter',
            note: null,
          }),
        this,
      );
  }

  /** The first follow-up has been opened. */
  withFollowUp(): Life {
    const version = this.withVersion();
    const opening = version.due.find(({ step }) => step === 'openFollowUp');
    return version.passingUntil(opening?.at ?? version.at);
  }

  held(): Life {
    return this.does(commands.holdPlan());
  }

  ended(reason: CommandOf<'endPlan'>['reason'] = 'citizenWithdrew'): Life {
    return this.does(commands.endPlan(reason));
  }

  /** The day in Denmark. */
  get today(): string {
    return copenhagenDate(this.at);
  }
}

/** A life before its first event. */
export function life(at = BEGINNING): Life {
  return new Life({ state: null, events: [], notices: [], at });
}

type ExpectedEvent = { readonly type: EventType } & Record<string, unknown>;

/** Given a life, when a command is given by somebody, then these events follow, or it is refused with this code. */
export function given(before: Life): {
  when: (
    command: CommandAt,
    by?: ActorName,
  ) => {
    then: (...expected: readonly ExpectedEvent[]) => Life;
    thenRefused: (code: ErrorCode) => void;
    thenNothing: () => void;
  };
} {
  return {
    when: (command, by = 'coordinator') => ({
      then: (...expected) => {
        const after = before.does(command, by);
        expect(after.events.slice(before.events.length).map(({ event }) => event)).toMatchObject(expected);
        return after;
      },
      thenRefused: (code) => {
        expect(codeOf(() => before.does(command, by))).toBe(code);
      },
      thenNothing: () => {
        expect(before.does(command, by).events).toHaveLength(before.events.length);
      },
    }),
  };
}

/** The code with which something is refused; null if it is not. Whatever is no DomainError is thrown on. */
export function codeOf(attempt: () => unknown): ErrorCode | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
