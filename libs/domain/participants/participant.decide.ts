import type { DecidersOf } from '../plan/decider.types.js';
import { ensure } from '../plan/errors.js';
import { isMinor } from './custody.js';
import { activeParticipant, activeParticipants, isCitizen } from './participants.js';
import { PARTY_ROLES, type ParticipantCommand, WISHED_ROLES } from './participant.types.js';

export const participantDeciders: DecidersOf<ParticipantCommand> = {
  addParticipant(state, command, { at }) {
    const { type: _, wishedByCitizen, ...participant } = command;
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
    ensure(wishedByCitizen || !WISHED_ROLES.includes(command.role), 'PARTICIPANT.WISH_MISSING', {
      field: 'wishedByCitizen',
      expected: 'true for a relative or lay supporter, who take part only as the citizen wishes',
    });
    ensure(command.role !== 'custodyHolder' || isMinor(state, at), 'PARTICIPANT.CITIZEN_OF_AGE', {
      field: 'role',
      expected: 'another role: nobody holds custody of somebody who is of age',
    });
    return [{ type: 'participantAdded', ...participant }];
  },

  removeParticipant(state, { participantId, reason }) {
    ensure(!isCitizen(participantId), 'PARTICIPANT.CITIZEN_FIXED', { field: 'participantId' });
    activeParticipant(state, participantId);
    return [{ type: 'participantRemoved', participantId, reason }];
  },

  replaceParticipant(state, { participantId, personId, channel }) {
    ensure(!isCitizen(participantId), 'PARTICIPANT.CITIZEN_FIXED', { field: 'participantId' });
    const participant = activeParticipant(state, participantId);
    ensure(PARTY_ROLES.includes(participant.role), 'PARTICIPANT.WISH_MISSING', {
      field: 'participantId',
      expected: 'an authority or provider; a consent to a relative or guardian is to that person alone',
    });
    ensure(
      participant.personId !== personId && personId !== state.citizenPersonId,
      'PARTICIPANT.SAME_PERSON',
      { field: 'personId' },
    );
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
