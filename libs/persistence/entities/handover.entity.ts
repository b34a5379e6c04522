import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** A proposed change of coordinator, and how it ended. */
@Entity({ name: 'handovers' })
@Check('chk_handovers_outcome', oneOf('outcome', ['accepted', 'declined', 'withdrawn']))
export class HandoverEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_handovers_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  /** Of the event. */
  @PrimaryColumn({ name: 'seq', type: 'integer' })
  seq!: number;

  @Column({ name: 'successor_person_id', type: 'uuid' })
  successorPersonId!: string;

  @Column({ name: 'reason', type: 'text' })
  reason!: string;

  @Column({ name: 'proposed_at', type: 'timestamptz', transformer: instantColumn })
  proposedAt!: Instant;

  @Column({ name: 'deadline', type: 'timestamptz', transformer: instantColumn })
  deadline!: Instant;

  @Column({ name: 'outcome', type: 'text', nullable: true })
  outcome!: 'accepted' | 'declined' | 'withdrawn' | null;

  @Column({ name: 'outcome_reason', type: 'text', nullable: true })
  outcomeReason!: string | null;

  @Column({ name: 'ended_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  endedAt!: Instant | null;
}
