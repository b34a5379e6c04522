import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** A meeting's agenda, for those who are invited. */
@Entity({ name: 'meeting_agendas' })
export class MeetingAgendaEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_meeting_agendas_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'meeting_id', type: 'text' })
  meetingId!: string;

  @Column({ name: 'items', type: 'text', array: true })
  items!: string[];

  @Column({ name: 'sent_at', type: 'timestamptz', transformer: instantColumn })
  sentAt!: Instant;
}
