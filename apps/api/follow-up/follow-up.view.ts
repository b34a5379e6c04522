import { z } from 'zod';
import { day, items, when } from '../schemas/answers.js';

export const followUpView = z
  .strictObject({
    cycle: z.int(),
    dueOn: day,
    openedAt: when,
    closedAt: when.nullable(),
    outcome: z.enum(['continue', 'revise']).nullable(),
    nextOn: day.nullable(),
    note: z.string().nullable(),
    withoutMeetingReason: z.string().nullable(),
  })
  .meta({ id: 'FollowUp', description: 'A follow-up cycle.' });

export const followUpRhythmView = z
  .strictObject({
    intervalMonths: z.int().meta({ description: 'How many months lie between two follow-ups.' }),
    nextOn: day.nullable().meta({
      description:
        'By when the next follow-up meeting is to be held; while a follow-up is open, its own day. Null before the first version.',
    }),
  })
  .meta({ id: 'FollowUpRhythm', description: 'How often the plan is followed up, and when next.' });

export const followUpsView = items(followUpView).extend(followUpRhythmView.shape);
export type FollowUpsView = z.output<typeof followUpsView>;

export const FOLLOW_UPS_EXAMPLE: FollowUpsView = {
  intervalMonths: 6,
  nextOn: '2027-10-20',
  items: [
    {
      cycle: 1,
      dueOn: '2027-10-20',
      openedAt: '2027-09-22T06:00:00.000Z',
      closedAt: null,
      outcome: null,
      nextOn: null,
      note: null,
      withoutMeetingReason: null,
    },
  ],
};
