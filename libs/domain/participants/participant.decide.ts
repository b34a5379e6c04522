import type { DecidersOf } from '../plan/decider.types.js';
import { ensure } from '../plan/errors.js';
import { isMinor } from './custody.js';
import { checkReplacement, organisationOfPart } from './organisation-of-part.js';
import { activeParticipant, activeParticipants, isCitizen } from './participants.js';
import { type ParticipantCommand, ROLE_TERMS } from './participant.types.js';

export const participantDeciders: DecidersOf<ParticipantCommand> = {
  addParticipant(state, command, { at }) {
    const { type: _, wishedByCitizen, worksIn: __, deceased = false, ...participant } = command;
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
    return [{ type: 'participantAdded', ...participant, organisationId: organisationOfPart(command) }];
  },

  removeParticipant(state, { participantId, reason }) {
    ensure(!isCitizen(participantId), 'PARTICIPANT.CITIZEN_FIXED', { field: 'participantId' });
    activeParticipant(state, participantId);
    return [{ type: 'participantRemoved', participantId, reason }];
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
    return [{ type: 'participantReplaced', participantId, personId, channel }];
  },

  changeChannel(state, { participantId, channel }) {
    const participant = activeParticipant(state, participantId);
    return participant.channel === channel ? [] : [{ type: 'channelChanged', participantId, channel }];
  },

  nameContactPerson(state, { participantId }) {
    ensure(!isCitizen(participantId), 'PARTICIPANT.CITIZEN_FIXED', { field: 'participantId' });
    activeParticipant(state, participantId);
    return state.contactPersonId === participantId ? [] : [{ type: 'contactPersonNamed', participantId }];
  },
};

function checkLives(deceased: boolean): void {
  ensure(!deceased, 'PARTICIPANT.DIED', {
    field: 'personId',
    expected: 'somebody who lives, as the register has it',
  });
}
