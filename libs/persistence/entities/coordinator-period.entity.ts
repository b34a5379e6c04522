import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** Who was coordinator, from when to when. */
@Entity({ name: 'coordinator_periods' })
@Index('ix_coordinator_periods_person', ['personId'])
export class CoordinatorPeriodEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_coordinator_periods_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  /** Of the event. */
  @PrimaryColumn({ name: 'seq', type: 'integer' })
  seq!: number;

  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'since', type: 'timestamptz', transformer: instantColumn })
  since!: Instant;

  @Column({ name: 'until', type: 'timestamptz', transformer: instantColumn, nullable: true })
  until!: Instant | null;
}
