import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';
import { PersonEntity } from './person.entity.js';
import { PlanEntity } from './plan.entity.js';

/** A plan that has not taken in yet what the register says of somebody. */
@Entity({ name: 'register_news' })
@Index('ix_register_news_changed', ['changedAt'])
export class RegisterNewsEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_register_news_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @ForeignKey(() => PersonEntity, { name: 'fk_register_news_person_id' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'changed_at', type: 'timestamptz', transformer: instantColumn })
  changedAt!: Instant;
}
