import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** A meeting's minutes, for those who may see the goals. */
@Entity({ name: 'meeting_minutes' })
export class MeetingMinutesEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_meeting_minutes_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'meeting_id', type: 'text' })
  meetingId!: string;

  @Column({ name: 'minutes', type: 'text' })
  minutes!: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', transformer: instantColumn })
  recordedAt!: Instant;
}
