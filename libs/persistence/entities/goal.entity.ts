import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { GoalStatus } from '../../domain/drafting/drafting.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** A shared goal and its newest status. */
@Entity({ name: 'goals' })
@Check('chk_goals_status', oneOf('status', ['open', 'onTrack', 'atRisk', 'achieved', 'dropped']))
export class GoalEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_goals_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'goal_id', type: 'text' })
  goalId!: string;

  @Column({ name: 'title', type: 'text' })
  title!: string;

  @Column({ name: 'priority', type: 'integer' })
  priority!: number;

  @Column({ name: 'status', type: 'text' })
  status!: GoalStatus;

  @Column({ name: 'note', type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'reported_in_cycle', type: 'integer', nullable: true })
  reportedInCycle!: number | null;

  @Column({ name: 'reported_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  reportedAt!: Instant | null;

  @Column({ name: 'set_at', type: 'timestamptz', transformer: instantColumn })
  setAt!: Instant;
}
