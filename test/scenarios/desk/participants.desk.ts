import { castMember, type CastName } from '../../../apps/local/demonstration/cast.js';
import type { Channel, ParticipantRole } from '../../../libs/domain/participants/participant.types.js';
import { DeskPart } from './desk-part.js';

/** Who takes part, and how they are reached. */
export class ParticipantsDesk extends DeskPart {
  add(name: CastName, role: ParticipantRole): Promise<unknown> {
    const { id, organisationId, channel } = castMember(name);
    return this.command('POST', 'participants', {
      participantId: this.participant(name),
      personId: id,
      role,
      organisationId,
      channel,
      wishedByCitizen: organisationId === null,
    });
  }

  changeChannel(name: CastName, channel: Channel): Promise<unknown> {
    return this.command('PUT', `participants/${this.participant(name)}/channel`, { channel });
  }

  nameContactPerson(name: CastName): Promise<unknown> {
    return this.command('PUT', 'contact-person', { participantId: this.participant(name) });
  }
}
