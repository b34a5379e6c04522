import { z } from 'zod';
import { CHANNELS, PARTICIPANT_ROLES } from '../../../libs/domain/participants/participant.types.js';
import { newId, optional, uuid } from '../schemas/fields.js';

const channel = z.enum(CHANNELS);

export const addParticipantBody = z.strictObject({
  participantId: newId,
  personId: uuid,
  role: z.enum(PARTICIPANT_ROLES),
  organisationId: optional(uuid),
  channel,
  wishedByCitizen: z.boolean().default(false),
});
export type AddParticipantBody = z.output<typeof addParticipantBody>;

export const replaceParticipantBody = z.strictObject({ personId: uuid, channel });
export type ReplaceParticipantBody = z.output<typeof replaceParticipantBody>;

export const channelBody = z.strictObject({ channel });
export type ChannelBody = z.output<typeof channelBody>;
