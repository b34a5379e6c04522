import { z } from 'zod';
import type { ExistingPlanView } from '../../../libs/record/read/gathering.read.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { day, items, list, participantRef, uuidAnswer, when } from '../schemas/answers.js';

export const gatheringRequestView = z
  .strictObject({
    participantId: participantRef,
    round: z.int(),
    requestedAt: when,
    deadline: when,
    status: z.enum(['open', 'answered', 'withdrawn']),
    answer: z.enum(['plans', 'noPlan', 'cannotAnswer']).nullable(),
    reason: z.string().nullable(),
    documentIds: list(uuidAnswer),
    answeredAt: when.nullable(),
    late: z.boolean(),
  })
  .meta({ id: 'GatheringRequest', description: 'A party was asked for its plans, and its answer.' });

export const gatheringView = items(gatheringRequestView);
export type GatheringView = z.output<typeof gatheringView>;

const period = { from: day.optional(), to: day.optional() };

export const existingPlanAnswer = z
  .strictObject({
    participantId: participantRef,
    answeredAt: when,
    plan: z.strictObject({
      id: z.string(),
      ownerPartyId: participantRef,
      ownerRole: z.string(),
      title: z.string(),
      statutory: z.boolean(),
      basis: z.string().optional(),
      status: z.enum(['planned', 'active', 'paused', 'ended']),
      period: z.strictObject(period),
      goals: list(z.strictObject({ id: z.string(), text: z.string(), area: z.string().optional() })),
      interventions: list(
        z.strictObject({
          id: z.string(),
          text: z.string(),
          kind: z.string().optional(),
          responsiblePartyId: z.string().optional(),
          dose: z.string().optional(),
          ...period,
        }),
      ),
      appointments: list(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          from: when,
          to: when,
          place: z.string().optional(),
          withPartyId: z.string().optional(),
        }),
      ),
    }),
  })
  .meta({ id: 'ExistingPlanOfParty', description: 'A plan that a party told of.' });

/** An existing plan as it is answered. */
export function existingPlanAnswerOf({
  participantId,
  answeredAt,
  content,
}: ExistingPlanView): z.output<typeof existingPlanAnswer> {
  return { participantId, answeredAt, plan: content };
}

export const existingPlansView = items(existingPlanAnswer);
export type ExistingPlansView = z.output<typeof existingPlansView>;

const side = z.strictObject({ planId: z.string(), itemId: z.string() });

export const overlapView = z
  .strictObject({
    key: z.string(),
    kind: z.enum([
      'sameGoal',
      'doubleIntervention',
      'contradictingAppointments',
      'contradictingInterventions',
      'sharedResponsibility',
    ]),
    a: side,
    b: side,
    reason: z.strictObject({ code: z.string(), terms: list(z.string()) }),
    score: z.number(),
    decision: z.enum(['confirmed', 'dismissed']).nullable(),
    decisionReason: z.string().nullable(),
  })
  .meta({
    id: 'Overlap',
    description: 'Two items of existing plans that the rule put together; people decide.',
  });

export const overlapsView = z.strictObject({
  items: list(overlapView).meta({
    description: 'The surest first, 500 at most, 50 of the same two parties.',
  }),
  more: z.boolean().meta({ description: 'Whether there are or may be more than these.' }),
});
export type OverlapsView = z.output<typeof overlapsView>;

export const GATHERING_EXAMPLE: GatheringView = {
  items: [
    {
      participantId: EXAMPLE_IDS.psychiatry,
      round: 1,
      requestedAt: '2027-03-01T09:00:00.000Z',
      deadline: '2027-03-15T22:59:59.999Z',
      status: 'open',
      answer: null,
      reason: null,
      documentIds: [],
      answeredAt: null,
      late: false,
    },
  ],
};

export const EXISTING_PLANS_EXAMPLE: ExistingPlansView = {
  items: [
    {
      participantId: EXAMPLE_IDS.psychiatry,
      answeredAt: '2027-03-10T09:00:00.000Z',
      plan: {
        id: 'behandlingsplan',
        ownerPartyId: EXAMPLE_IDS.psychiatry,
        ownerRole: 'regionalPsychiatry',
        title: 'Behandlingsplan',
        statutory: true,
        status: 'active',
        period: { from: '2027-01-01' },
        goals: [{ id: 'g1', text: 'Færre indlæggelser' }],
        interventions: [],
        appointments: [],
      },
    },
  ],
};

export const OVERLAPS_EXAMPLE: OverlapsView = {
  items: [
    {
      key: 'sameGoal:behandlingsplan/g1:handleplan/g2',
      kind: 'sameGoal',
      a: { planId: 'behandlingsplan', itemId: 'g1' },
      b: { planId: 'handleplan', itemId: 'g2' },
      reason: { code: 'sameAim', terms: ['indlæggelser', 'indlæggelse'] },
      score: 0.8,
      decision: null,
      decisionReason: null,
    },
  ],
  more: false,
};
