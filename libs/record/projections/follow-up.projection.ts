import type { FollowUpEvent } from '../../domain/follow-up/follow-up.types.js';
import type { ProjectorsOf } from './projection.types.js';
import { insertRow, updateRows } from './rows.js';

export const followUpProjectors: ProjectorsOf<FollowUpEvent> = {
  followUpSet: null,
  followUpOpened: (context, { cycle, dueOn }) =>
    insertRow(context, 'follow_ups', { cycle, due_on: dueOn, opened_at: context.at }),
  followUpClosed: (context, { cycle, outcome, nextOn, note, withoutMeetingReason = null }) =>
    updateRows(
      context,
      'follow_ups',
      { cycle },
      {
        closed_at: context.at,
        outcome,
        next_on: nextOn,
        note,
        without_meeting_reason: withoutMeetingReason,
      },
    ),
};
