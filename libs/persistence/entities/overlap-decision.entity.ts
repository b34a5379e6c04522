import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** What people decided about overlaps between existing plans. */
@Entity({ name: 'overlap_decisions' })
@Check('chk_overlap_decisions_decision', oneOf('decision', ['confirmed', 'dismissed']))
export class OverlapDecisionEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_overlap_decisions_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'overlap_key', type: 'text' })
  overlapKey!: string;

  @Column({ name: 'decision', type: 'text' })
  decision!: 'confirmed' | 'dismissed';

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', transformer: instantColumn })
  decidedAt!: Instant;
}
