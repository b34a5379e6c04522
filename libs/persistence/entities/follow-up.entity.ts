import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant, LocalDate } from '../../domain/calendar/index.js';
import type { FollowUpOutcome } from '../../domain/follow-up/follow-up.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** A follow-up cycle. */
@Entity({ name: 'follow_ups' })
@Check('chk_follow_ups_outcome', oneOf('outcome', ['continue', 'revise']))
export class FollowUpEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_follow_ups_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'cycle', type: 'integer' })
  cycle!: number;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: LocalDate;

  @Column({ name: 'opened_at', type: 'timestamptz', transformer: instantColumn })
  openedAt!: Instant;

  @Column({ name: 'closed_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  closedAt!: Instant | null;

  @Column({ name: 'outcome', type: 'text', nullable: true })
  outcome!: FollowUpOutcome | null;

  @Column({ name: 'next_on', type: 'date', nullable: true })
  nextOn!: LocalDate | null;

  @Column({ name: 'note', type: 'text', nullable: true })
  note!: string | null;

  /** Why it was closed without a meeting. */
  @Column({ name: 'without_meeting_reason', type: 'text', nullable: true })
  withoutMeetingReason!: string | null;
}
