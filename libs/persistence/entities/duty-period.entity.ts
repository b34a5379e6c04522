import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { DUTIES, type Duty } from '../../domain/deadline/awaited.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** Beginning and end of each duty, for evaluation. */
@Entity({ name: 'duty_periods' })
@Check('chk_duty_periods_duty', oneOf('duty', DUTIES))
export class DutyPeriodEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_duty_periods_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'duty', type: 'text' })
  duty!: Duty;

  @PrimaryColumn({ name: 'round', type: 'integer' })
  round!: number;

  @Column({ name: 'began_at', type: 'timestamptz', transformer: instantColumn })
  beganAt!: Instant;

  @Column({ name: 'ended_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  endedAt!: Instant | null;
}
