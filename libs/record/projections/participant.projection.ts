import type { ParticipantEvent } from '../../domain/participants/participant.types.js';
import { writeNote } from './coordination-notes.js';
import { endInvitations } from './invitations.js';
import type { ProjectorsOf } from './projection.types.js';
import { updateRows, upsertRow } from './rows.js';

export const participantProjectors: ProjectorsOf<ParticipantEvent> = {
  participantAdded: (context, { participantId, personId, role, organisationId, channel, knownElsewhere }) =>
    upsertRow(
      context,
      'participants',
      { participant_id: participantId },
      {
        person_id: personId,
        role,
        organisation_id: organisationId,
        channel,
        joined_at: context.at,
        removed_at: null,
        shows_register: knownElsewhere !== true,
      },
    ),
  async participantRemoved(context, { participantId, reason }) {
    await updateRows(context, 'participants', { participant_id: participantId }, { removed_at: context.at });
    await writeNote(context, 'participantRemoval', participantId, reason);
  },
  representativeLeft: (context, { participantId }) => endInvitations(context, participantId),
  representativeReturned: null,
  async participantReplaced(context, { participantId, personId, channel }) {
    const changes = { person_id: personId, channel };
    await updateRows(context, 'participants', { participant_id: participantId }, changes);
    await endInvitations(context, participantId);
  },
  channelChanged: (context, { participantId, channel }) =>
    updateRows(context, 'participants', { participant_id: participantId }, { channel }),
  registerDetailsShown: (context, { participantId }) =>
    updateRows(context, 'participants', { participant_id: participantId }, { shows_register: true }),
  contactPersonNamed: null,
};
