import { castMember, type CastName } from '../../../apps/local/demonstration/cast.js';
import { DeskPart } from './desk-part.js';

/** Who coordinates. */
export class HandoverDesk extends DeskPart {
  propose(successor: CastName, reason: string): Promise<unknown> {
    return this.command('POST', 'handover', { successorPersonId: castMember(successor).id, reason });
  }

  /** By the team leader: the successor works in another organisation. */
  confirm(successor: CastName): Promise<unknown> {
    return this.command('POST', `confirmations/successor:${castMember(successor).id}/confirmation`, {});
  }

  accept(): Promise<unknown> {
    return this.command('POST', 'handover/acceptance');
  }

  resign(reason: string): Promise<unknown> {
    return this.command('POST', 'coordinator/resignation', { reason });
  }

  name(successor: CastName, reason: string): Promise<unknown> {
    return this.command('PUT', 'coordinator', { personId: castMember(successor).id, reason });
  }
}
