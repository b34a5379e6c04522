import type { Delivery } from '../distribution/distribution.types.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import { tellingsOf } from '../notice/tellings.js';
import { activeParticipants } from '../participants/participants.js';
import type { Given } from './actor.js';
import { awaitsOf } from './awaits.js';
import { decide } from './decide.js';
import type { CommandOf, PlanState } from './plan.types.js';

/** A command that ends a course. */
export type EndCommand = CommandOf<'endPlan'> | CommandOf<'withdrawFromCourse'>;

/** What follows from ending a course, worked out before anybody confirms it. */
export interface EndEffects {
  /** Who knows of the course and will not see it any more, by participant. */
  readonly losesSight: readonly string[];
  /** Meetings to come that are cancelled. */
  readonly cancelsMeetings: readonly string[];
  /** Agreements that bind somebody and are dropped. */
  readonly dropsAgreements: readonly string[];
  /** Participants with a consent or another basis that ends. */
  readonly endsRights: readonly string[];
  /** Who is told, by participant: that a meeting is off, or that the course is over. */
  readonly tells: readonly { readonly participantId: string; readonly byMail: boolean }[];
  /** Whether the coordinator is told. */
  readonly tellsCoordinator: boolean;
  /** Versions that are with somebody already, or are still on their way and are held back if they can be. */
  readonly received: readonly Pick<Delivery, 'participantId' | 'version' | 'status'>[];
  /** How many deadlines stop. */
  readonly stopsDeadlines: number;
}

/**
 * What would follow from ending a course; told by the very rules that would carry it out.
 * @throws DomainError with the code that the command itself would be refused with.
 */
export function endEffects(state: PlanState, command: EndCommand, given: Given): EndEffects {
  const { events, state: after } = decide(state, command, given);
  const tellings = events.flatMap((recorded) => tellingsOf(recorded, after));
  const told = tellings.flatMap(({ recipient }) =>
    recipient.kind === 'participant' ? [recipient.participantId] : [],
  );
  const happened = events.map(({ event }) => event);
  return {
    losesSight: activeParticipants(state)
      .map(({ participantId }) => participantId)
      .filter((one) => mayKnow(state, one, given.at) && !mayKnow(after, one, given.at))
      .sort(),
    cancelsMeetings: happened.flatMap((event) =>
      event.type === 'meetingCancelled' ? [event.meetingId] : [],
    ),
    dropsAgreements: happened.flatMap((event) =>
      event.type === 'agreementEnded' ? [event.agreementId] : [],
    ),
    endsRights: distinct(
      happened.flatMap((event) => {
        if (event.type === 'consentWithdrawn') return [event.participantId];
        return event.type === 'basisEnded' ? [state.bases[event.basisId]?.participantId ?? ''] : [];
      }),
    ),
    tells: distinct(told).map((participantId) => ({
      participantId,
      byMail: state.participants[participantId]?.channel === 'mail',
    })),
    tellsCoordinator: tellings.some(({ recipient }) => recipient.kind === 'coordinator'),
    received: Object.values(state.deliveries)
      .filter(({ status }) => status !== 'withheld' && status !== 'failed')
      .map(({ participantId, version, status }) => ({ participantId, version, status })),
    stopsDeadlines: awaitsOf(state).length,
  };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
