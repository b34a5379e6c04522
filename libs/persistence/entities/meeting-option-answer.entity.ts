import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { OptionAnswer } from '../../domain/meeting/meeting.types.js';
import { instantColumn } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** What a participant answered to the proposed times. */
@Entity({ name: 'meeting_option_answers' })
export class MeetingOptionAnswerEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_meeting_option_answers_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'meeting_id', type: 'text' })
  meetingId!: string;

  @PrimaryColumn({ name: 'participant_id', type: 'text' })
  participantId!: string;

  /** By option. */
  @Column({ name: 'answers', type: 'jsonb' })
  answers!: Record<string, OptionAnswer>;

  @Column({ name: 'answered_at', type: 'timestamptz', transformer: instantColumn })
  answeredAt!: Instant;
}
