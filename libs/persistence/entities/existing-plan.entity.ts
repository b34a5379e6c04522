import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { ExistingPlan } from '../../domain/overlap/existing-plan.types.js';
import { instantColumn } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** The parties' own plans, as of each party's newest answer. */
@Entity({ name: 'existing_plans' })
export class ExistingPlanEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_existing_plans_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'participant_id', type: 'text' })
  participantId!: string;

  /** Place in the answer. */
  @PrimaryColumn({ name: 'position', type: 'integer' })
  position!: number;

  @Column({ name: 'id', type: 'text' })
  id!: string;

  @Column({ name: 'content', type: 'jsonb' })
  content!: ExistingPlan;

  @Column({ name: 'answered_at', type: 'timestamptz', transformer: instantColumn })
  answeredAt!: Instant;
}
