import type { LocalDate } from '../../../libs/domain/calendar/index.js';
import type { FollowUpOutcome } from '../../../libs/domain/follow-up/follow-up.types.js';
import { DeskPart } from './desk-part.js';

/** The follow-ups. */
export class FollowUpDesk extends DeskPart {
  set(intervalMonths: number, nextOn: LocalDate | null): Promise<unknown> {
    return this.command('PUT', 'follow-up', { intervalMonths, nextOn });
  }

  /** @param withoutMeetingReason Why no meeting was held in it; null if one was. */
  close(
    outcome: FollowUpOutcome,
    nextOn: LocalDate,
    note: string,
    withoutMeetingReason: string | null = null,
  ): Promise<unknown> {
    return this.command('POST', 'follow-up/closing', { outcome, nextOn, note, withoutMeetingReason });
  }
}
