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
  })
  .meta({ id: 'FollowUp', description: 'A follow-up cycle.' });

export const followUpsView = items(followUpView);
export type FollowUpsView = z.output<typeof followUpsView>;

export const FOLLOW_UPS_EXAMPLE: FollowUpsView = {
  items: [
    {
      cycle: 1,
      dueOn: '2027-10-20',
      openedAt: '2027-09-22T06:00:00.000Z',
      closedAt: null,
      outcome: null,
      nextOn: null,
      note: null,
    },
  ],
};
