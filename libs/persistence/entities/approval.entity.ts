import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import {
  ANSWER_MANNERS,
  type AnswerManner,
  type ApprovalAnswer,
} from '../../domain/drafting/drafting.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** Who was asked to approve a version, and the answer. */
@Entity({ name: 'approvals' })
@Check('chk_approvals_answer', oneOf('answer', ['approved', 'objected']))
@Check('chk_approvals_manner', oneOf('manner', ANSWER_MANNERS))
export class ApprovalEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_approvals_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'version', type: 'integer' })
  version!: number;

  @PrimaryColumn({ name: 'participant_id', type: 'text' })
  participantId!: string;

  @Column({ name: 'answer', type: 'text', nullable: true })
  answer!: ApprovalAnswer | null;

  @Column({ name: 'section', type: 'text', nullable: true })
  section!: string | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  answeredAt!: Instant | null;

  /** Who recorded the answer for the participant; null for an answer of their own. */
  @Column({ name: 'recorded_by', type: 'uuid', nullable: true })
  recordedBy!: string | null;

  @Column({ name: 'manner', type: 'text', nullable: true })
  manner!: AnswerManner | null;
}
