import { copenhagenDate } from '../calendar/index.js';
import { consentDeciders } from '../consent/consent.decide.js';
import { activeParticipant, isCitizen } from '../participants/participants.js';
import type { Given } from '../plan/actor.js';
import type { DecidersOf } from '../plan/decider.types.js';
import { ensure, required } from '../plan/errors.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import { hasSay } from '../participants/say.js';
import type { ConfirmationCommand, ProvisionalMatter, Seen } from './confirmation.types.js';
import { confirmationId, matterOf } from './matters.js';
import { recordedMatter } from './recorded-matter.js';
import { actsAsStaff, isSamePerson, mayConfirm, mayReject } from './second-person.js';

export const confirmationDeciders: DecidersOf<ConfirmationCommand> = {
  confirmMatter(state, command, given) {
    const matter = found(state, command.confirmationId);
    checkSecondPerson(state, matter, command, given);
    if (matter.matter === 'consent' && matter.participantId !== null) {
      const { subjectId: consentId, participantId } = matter;
      return consentDeciders.confirmConsent(
        state,
        { ...command, type: 'confirmConsent', consentId, participantId },
        given,
      );
    }
    checkSeen(state, matter, command.seen, given);
    const by = given.actor.kind === 'person' ? given.actor.personId : null;
    return [
      { type: 'matterConfirmed', ...referred(matter), by, seen: command.seen },
      ...(matter.matter === 'endOfSay' ? ended(matter, 'decision') : []),
    ];
  },

  rejectMatter(state, command, given) {
    const matter = found(state, command.confirmationId);
    checkSecondPerson(state, matter, command, given);
    const { reason } = command;
    if (matter.matter === 'consent' && matter.participantId !== null) {
      const { participantId } = matter;
      return consentDeciders.refuseConsent(state, { type: 'refuseConsent', participantId, reason }, given);
    }
    const by = given.actor.kind === 'person' ? given.actor.personId : 'process';
    return [{ type: 'matterRejected', ...referred(matter), by, reason }, ...fallsWith(matter, reason)];
  },

  recordEndOfSay(state, command, given) {
    const { participantId, seen, reason } = command;
    ensure(!isCitizen(participantId), 'PARTICIPANT.CITIZEN_FIXED', { field: 'participantId' });
    const participant = activeParticipant(state, participantId);
    ensure(hasSay(state, participant, given.at), 'PARTICIPANT.NO_SAY', {
      field: 'participantId',
      expected: 'a custody holder or guardian whose part is confirmed',
    });
    ensure(
      state.provisional?.[confirmationId('endOfSay', participantId)] === undefined,
      'CONFIRMATION.ALREADY_ASKED',
      { field: 'participantId', expected: 'one decision at a time' },
    );
    ensure(!isSamePerson(given.actor, participant.personId, command), 'PARTICIPANT.NO_SAY', {
      field: 'participantId',
      expected: 'somebody else: who has a say themself leaves by their own word',
    });
    checkDated(seen, given);
    const matter = { matter: 'endOfSay', subjectId: participantId, participantId, seen, reason } as const;
    return [recordedMatter(state.policy, matter, given)];
  },
};

/** What ends with a matter that is not confirmed, or with a confirmed end. */
export function ended({ participantId }: ProvisionalMatter, reason: string): PlanEvent[] {
  return participantId === null
    ? []
    : [{ type: 'participantRemoved', participantId, reason, byThemself: false }];
}

/** What falls with a matter that a second person rejects, or that nobody confirms in time. */
export function fallsWith(matter: ProvisionalMatter, reason: string | null): PlanEvent[] {
  switch (matter.matter) {
    case 'part':
      return ended(matter, reason ?? 'unconfirmed');
    case 'basis':
      return [{ type: 'basisEnded', basisId: matter.subjectId, reason }];
    case 'successor':
      return [{ type: 'handoverWithdrawn' }];
    case 'consent':
    case 'endOfSay':
      return [];
  }
}

/** What an event says of the matter it is about. */
export function referred({
  confirmationId: id,
  matter,
  subjectId,
  participantId,
}: ProvisionalMatter): Pick<ProvisionalMatter, 'confirmationId' | 'matter' | 'subjectId' | 'participantId'> {
  return { confirmationId: id, matter, subjectId, participantId };
}

function found(state: PlanState, id: string): ProvisionalMatter {
  return required(matterOf(state, id), 'CONFIRMATION.NOT_FOUND', { field: 'confirmationId' });
}

function checkSecondPerson(
  state: PlanState,
  matter: ProvisionalMatter,
  command: Extract<ConfirmationCommand, { type: 'confirmMatter' | 'rejectMatter' }>,
  given: Given,
): void {
  ensure(
    (command.type === 'confirmMatter' ? mayConfirm : mayReject)(state, matter, command, given),
    matter.matter === 'consent' ? 'CONSENT.SELF_CONFIRMED' : 'CONFIRMATION.NOT_THE_SECOND_PERSON',
    { expected: 'somebody else than who recorded it, who does not profit from it' },
  );
}

/** Staff confirm that somebody has a say, or has it no more, by what they saw themselves. */
function checkSeen(state: PlanState, { matter }: ProvisionalMatter, seen: Seen | null, given: Given): void {
  if (seen !== null) checkDated(seen, given);
  if (matter !== 'part' && matter !== 'endOfSay') return;
  ensure(!actsAsStaff(state, given) || seen !== null, 'CONFIRMATION.DOCUMENT_MISSING', {
    field: 'seen',
    expected: 'which document was seen, and of what day it is',
  });
}

function checkDated({ dated }: Seen, { at }: Given): void {
  ensure(dated <= copenhagenDate(at), 'CONFIRMATION.DOCUMENT_MISSING', {
    field: 'seen.dated',
    expected: 'a day that has been',
  });
}
