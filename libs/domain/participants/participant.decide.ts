import { confirmationId } from '../confirmation/matters.js';
import { recordedMatter } from '../confirmation/recorded-matter.js';
import { actsAsStaff } from '../confirmation/second-person.js';
import { checkGivenByCitizen } from '../consent/given-by-citizen.js';
import type { Given } from '../plan/actor.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import type { DecidersOf } from '../plan/decider.types.js';
import { ensure } from '../plan/errors.js';
import { isMinor } from './custody.js';
import { checkNeverTogether } from './never-together.js';
import { checkReplacement, organisationOfPart } from './organisation-of-part.js';
import { activeParticipant, activeParticipants, isCitizen } from './participants.js';
import { type ParticipantCommand, ROLE_TERMS } from './participant.types.js';
import { hasSay, isOfASay, stands } from './say.js';

export const participantDeciders: DecidersOf<ParticipantCommand> = {
  addParticipant(state, command, given) {
    const { at } = given;
    const {
      type: _,
      wishedByCitizen,
      worksIn: __,
      sameAs: ___,
      leads: ____,
      inRegister = false,
      knownElsewhere = false,
      deceased = false,
      ...participant
    } = command;
    const terms = ROLE_TERMS[command.role];
    ensure(state.participants[command.participantId] === undefined, 'PARTICIPANT.ALREADY_ADDED', {
      field: 'participantId',
    });
    ensure(command.role !== 'citizen', 'PARTICIPANT.CITIZEN_FIXED', { field: 'role' });
    ensure(
      command.personId !== state.citizenPersonId &&
        !activeParticipants(state).some(
          (other) => other.personId === command.personId && other.role === command.role,
        ),
      'PARTICIPANT.ALREADY_ADDED',
      { field: 'personId' },
    );
    checkLives(deceased);
    ensure(wishedByCitizen || !terms.asWished, 'PARTICIPANT.WISH_MISSING', {
      field: 'wishedByCitizen',
      expected: 'true for a relative or lay supporter, who take part only as the citizen wishes',
    });
    ensure(!terms.untilOfAge || isMinor(state, at), 'PARTICIPANT.CITIZEN_OF_AGE', {
      field: 'role',
      expected: 'another role: nobody holds custody of somebody who is of age',
    });
    const organisationId = organisationOfPart(command);
    const kind = terms.takesPartFor === 'organisation' ? 'forAuthority' : 'asOneself';
    checkNeverTogether(state, kind, command.personId, command, 'personId');
    return [
      ...(isOfASay(command.role) ? saidToHaveSay(state, command.participantId, inRegister, given) : []),
      {
        type: 'participantAdded',
        ...participant,
        organisationId,
        ...(knownElsewhere ? { knownElsewhere } : {}),
      },
    ];
  },

  removeParticipant(state, { participantId, reason }, given) {
    ensure(!isCitizen(participantId), 'PARTICIPANT.CITIZEN_FIXED', { field: 'participantId' });
    const participant = activeParticipant(state, participantId);
    const { actor, at } = given;
    const byThemself = actor.kind === 'person' && actor.personId === participant.personId;
    ensure(byThemself || !hasSay(state, participant, at), 'PARTICIPANT.HAS_SAY', {
      field: 'participantId',
      expected: 'their own word, or a decision that is recorded: whoever has a say is not removed by another',
    });
    ensure(byThemself || !isOfASay(participant.role) || actsAsStaff(state, given), 'PARTICIPANT.HAS_SAY', {
      field: 'participantId',
      expected: 'the coordinator: who is said to have a say is not kept out by another',
    });
    if (!byThemself) checkGivenByCitizen(state, participantId, given);
    return [{ type: 'participantRemoved', participantId, reason, byThemself }];
  },

  replaceParticipant(state, command) {
    const { participantId, personId, channel } = command;
    ensure(!isCitizen(participantId), 'PARTICIPANT.CITIZEN_FIXED', { field: 'participantId' });
    const participant = activeParticipant(state, participantId);
    ensure(
      participant.personId !== personId && personId !== state.citizenPersonId,
      'PARTICIPANT.SAME_PERSON',
      { field: 'personId' },
    );
    checkLives(command.deceased === true);
    checkReplacement(participant, command);
    checkNeverTogether(state, 'forAuthority', personId, command, 'personId');
    const formerPersonId = participant.personId;
    return [{ type: 'participantReplaced', participantId, personId, channel, formerPersonId }];
  },

  changeChannel(state, { participantId, channel }) {
    const participant = activeParticipant(state, participantId);
    return participant.channel === channel ? [] : [{ type: 'channelChanged', participantId, channel }];
  },

  showRegisterDetails(state, { participantId }) {
    activeParticipant(state, participantId);
    const isHidden = (state.notShown ?? []).includes(participantId);
    return isHidden ? [{ type: 'registerDetailsShown', participantId }] : [];
  },

  nameContactPerson(state, { participantId }) {
    ensure(!isCitizen(participantId), 'PARTICIPANT.CITIZEN_FIXED', { field: 'participantId' });
    ensure(stands(state, activeParticipant(state, participantId)), 'PARTICIPANT.UNCONFIRMED', {
      field: 'participantId',
      expected: 'somebody whose part is confirmed',
    });
    return state.contactPersonId === participantId ? [] : [{ type: 'contactPersonNamed', participantId }];
  },
};

function checkLives(deceased: boolean): void {
  ensure(!deceased, 'PARTICIPANT.DIED', {
    field: 'personId',
    expected: 'somebody who lives, as the register has it',
  });
}

/** That somebody has a say stands on one person's word, unless a register says so too. */
function saidToHaveSay(
  state: PlanState,
  participantId: string,
  inRegister: boolean,
  given: Given,
): PlanEvent[] {
  const about = { matter: 'part', subjectId: participantId, participantId } as const;
  const recorded = recordedMatter(state.policy, about, given);
  if (!inRegister) return [recorded];
  const confirmed = { confirmationId: confirmationId('part', participantId), by: null, seen: null };
  return [recorded, { type: 'matterConfirmed', ...about, ...confirmed }];
}
