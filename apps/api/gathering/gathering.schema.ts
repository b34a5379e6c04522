import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { MOST_ITEMS } from '../../../libs/domain/gathering/gathering.decide.js';
import { PARTICIPANT_ROLES } from '../../../libs/domain/participants/participant.types.js';
import {
  code,
  distinct,
  instant,
  localDate,
  name,
  optional,
  participantId,
  shortText,
  uuid,
} from '../schemas/fields.js';

export const requestGatheringBody = z.strictObject({
  participantIds: distinct(participantId, 1, 100),
  answerBy: optional(localDate),
});
export type RequestGatheringBody = z.output<typeof requestGatheringBody>;

const itemId = code.optional().transform((id) => id ?? randomUUID());
const period = { from: localDate.optional(), to: localDate.optional() };

const goal = z.strictObject({ id: itemId, text: shortText, area: name.optional() });
const intervention = z.strictObject({
  id: itemId,
  text: shortText,
  kind: name.optional(),
  responsiblePartyId: participantId.optional(),
  dose: name.optional(),
  ...period,
});
const appointment = z.strictObject({
  id: itemId,
  title: name,
  from: instant,
  to: instant,
  place: name.optional(),
  withPartyId: participantId.optional(),
});

const existingPlan = z
  .strictObject({
    id: itemId,
    ownerPartyId: participantId.meta({
      description: 'The party that owns the plan, mostly the one that answers.',
    }),
    ownerRole: z.enum(PARTICIPANT_ROLES),
    title: name,
    statutory: z.boolean(),
    basis: name.optional(),
    status: z.enum(['planned', 'active', 'paused', 'ended']),
    period: z.strictObject(period),
    goals: z.array(goal).max(MOST_ITEMS).default([]),
    interventions: z.array(intervention).max(MOST_ITEMS).default([]),
    appointments: z.array(appointment).max(MOST_ITEMS).default([]),
  })
  .meta({ id: 'ExistingPlan', description: 'A plan that a party already has for the citizen.' });

const answer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('plans'),
    existingPlans: z
      .array(existingPlan)
      .max(50)
      .default([])
      .meta({
        description: `With at most ${MOST_ITEMS} goals, interventions and appointments together.`,
      }),
    documentIds: distinct(uuid, 0, 50).default([]),
  }),
  z.strictObject({ kind: z.literal('noPlan') }),
  z.strictObject({ kind: z.literal('cannotAnswer'), reason: shortText }),
]);

export const answerGatheringBody = z.strictObject({ participantId, answer });
export type AnswerGatheringBody = z.output<typeof answerGatheringBody>;

/** As `overlapKey` writes it: a kind and two items, each an existing plan's id and its own. */
const OVERLAP_KEY = /^[A-Za-z]{1,40}(:[A-Za-z0-9._%-]{1,320}\/[A-Za-z0-9._%-]{1,320}){2}$/;
const overlapKey = z
  .string()
  .refine((value) => OVERLAP_KEY.test(value), { error: 'expected.overlap' })
  .meta({ pattern: OVERLAP_KEY.source });

export const decideOverlapBody = z.strictObject({
  overlapKey,
  decision: z.enum(['confirmed', 'dismissed']),
  reason: optional(shortText),
});
export type DecideOverlapBody = z.output<typeof decideOverlapBody>;
