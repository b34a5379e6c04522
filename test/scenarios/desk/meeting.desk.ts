import type { CastName } from '../../../apps/local/demonstration/cast.js';
import type { Instant } from '../../../libs/domain/calendar/index.js';
import type {
  AttendanceMode,
  InvitationResponse,
  MeetingKind,
} from '../../../libs/domain/meeting/meeting.types.js';
import { DeskPart } from './desk-part.js';

export interface MeetingTimes {
  readonly from: Instant;
  readonly to: Instant;
}

/** Meetings, from the proposed times to the minutes. */
export class MeetingDesk extends DeskPart {
  propose(
    meeting: string,
    kind: MeetingKind,
    options: Readonly<Record<string, MeetingTimes>>,
  ): Promise<unknown> {
    return this.command('POST', 'meetings', {
      meetingId: this.id('meeting', meeting),
      kind,
      options: Object.entries(options).map(([name, times]) => ({
        optionId: this.id('option', name),
        ...times,
      })),
      mode: 'room',
      place: 'Mødelokale 2, Testtorvet 1',
    });
  }

  answerProposal(
    meeting: string,
    name: CastName,
    answers: Readonly<Record<string, 'yes' | 'ifNeeded' | 'no'>>,
  ): Promise<unknown> {
    return this.command('POST', `meetings/${this.id('meeting', meeting)}/proposal-answers`, {
      participantId: this.participant(name),
      answers: Object.fromEntries(
        Object.entries(answers).map(([option, answer]) => [this.id('option', option), answer]),
      ),
    });
  }

  fixProposed(meeting: string, option: string, chair: CastName | null = null): Promise<unknown> {
    return this.command('PUT', `meetings/${this.id('meeting', meeting)}/time`, {
      optionId: this.id('option', option),
      mode: 'room',
      place: 'Mødelokale 2, Testtorvet 1',
      chairParticipantId: chair === null ? null : this.participant(chair),
    });
  }

  fix(meeting: string, kind: MeetingKind, times: MeetingTimes): Promise<unknown> {
    return this.command('PUT', `meetings/${this.id('meeting', meeting)}/time`, {
      kind,
      ...times,
      mode: 'room',
      place: 'Mødelokale 2, Testtorvet 1',
    });
  }

  respond(meeting: string, name: CastName, response: InvitationResponse): Promise<unknown> {
    return this.command('POST', `meetings/${this.id('meeting', meeting)}/responses`, {
      participantId: this.participant(name),
      response,
    });
  }

  sendAgenda(meeting: string, items: readonly string[]): Promise<unknown> {
    return this.command('PUT', `meetings/${this.id('meeting', meeting)}/agenda`, { items });
  }

  cancel(meeting: string, reason: string): Promise<unknown> {
    return this.command('POST', `meetings/${this.id('meeting', meeting)}/cancellation`, { reason });
  }

  recordAttendance(
    meeting: string,
    who: Readonly<Partial<Record<CastName, AttendanceMode>>>,
    withoutCitizenReason: string | null = null,
  ): Promise<unknown> {
    return this.command('PUT', `meetings/${this.id('meeting', meeting)}/attendance`, {
      attendance: Object.entries(who).map(([name, mode]) => ({
        participantId: this.participant(name as CastName),
        mode,
      })),
      withoutCitizenReason,
    });
  }

  recordMinutes(meeting: string, minutes: string): Promise<unknown> {
    return this.command('PUT', `meetings/${this.id('meeting', meeting)}/minutes`, { minutes });
  }
}
