import { z } from 'zod';
import {
  ANSWER_MANNERS,
  REVISABLE_SECTIONS,
  WRITTEN_SECTIONS,
} from '../../../libs/domain/drafting/drafting.types.js';
import {
  instant,
  localDate,
  longText,
  newId,
  optional,
  participantId,
  shortText,
  uuid,
} from '../schemas/fields.js';

export const writtenSection = z.enum(WRITTEN_SECTIONS);
export type WrittenSectionName = z.output<typeof writtenSection>;

export const sectionBody = z.strictObject({ content: longText });
export type SectionBody = z.output<typeof sectionBody>;

export const goalBody = z.strictObject({ title: shortText, priority: z.int().min(1).max(100) });
export type GoalBody = z.output<typeof goalBody>;

export const goalStatusBody = z.strictObject({
  status: z.enum(['onTrack', 'atRisk', 'achieved', 'dropped']),
  note: optional(shortText),
});
export type GoalStatusBody = z.output<typeof goalStatusBody>;

const agreementTerms = {
  agreementId: newId,
  title: shortText,
  responsibleParticipantId: participantId,
  dueDate: localDate,
};

export const makeAgreementBody = z.strictObject({
  ...agreementTerms,
  goalId: uuid,
  bindsAtOnce: z.boolean().default(false),
});
export type MakeAgreementBody = z.output<typeof makeAgreementBody>;

export const reviseAgreementBody = z.strictObject({
  title: shortText,
  responsibleParticipantId: participantId,
  dueDate: localDate,
});
export type ReviseAgreementBody = z.output<typeof reviseAgreementBody>;

export const endAgreementBody = z.strictObject({
  outcome: z.enum(['kept', 'late', 'changed', 'dropped']),
  reason: optional(shortText),
  replacement: optional(z.strictObject(agreementTerms)),
});
export type EndAgreementBody = z.output<typeof endAgreementBody>;

const manner = optional(z.enum(ANSWER_MANNERS));

/** `submittedAt` of the version that was read. */
const submittedAt = optional(instant);

export const approvalBody = z.strictObject({ participantId, manner, submittedAt });
export type ApprovalBody = z.output<typeof approvalBody>;

export const objectionBody = z.strictObject({
  participantId,
  manner,
  submittedAt,
  section: z.enum([...REVISABLE_SECTIONS, 'survey']),
  reason: shortText,
});
export type ObjectionBody = z.output<typeof objectionBody>;

export const openRevisionBody = z.strictObject({ from: z.enum(REVISABLE_SECTIONS), reason: shortText });
export type OpenRevisionBody = z.output<typeof openRevisionBody>;
