import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import {
  MEETING_KINDS,
  MEETING_MODES,
  type MeetingKind,
  type MeetingMode,
  type MeetingOption,
  type MeetingStatus,
} from '../../domain/meeting/meeting.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** A meeting from its proposal to its minutes. */
@Entity({ name: 'meetings' })
@Index('ix_meetings_start', ['startsAt'], { where: "status = 'fixed'" })
@Check('chk_meetings_kind', oneOf('kind', MEETING_KINDS))
@Check('chk_meetings_status', oneOf('status', ['proposed', 'fixed', 'held', 'cancelled']))
@Check('chk_meetings_mode', oneOf('mode', MEETING_MODES))
export class MeetingEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_meetings_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'meeting_id', type: 'text' })
  meetingId!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: MeetingKind;

  @Column({ name: 'status', type: 'text' })
  status!: MeetingStatus;

  @Column({ name: 'options', type: 'jsonb' })
  options!: MeetingOption[];

  @Column({ name: 'proposed_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  proposedAt!: Instant | null;

  @Column({ name: 'answer_by', type: 'timestamptz', transformer: instantColumn, nullable: true })
  answerBy!: Instant | null;

  @Column({ name: 'starts_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  startsAt!: Instant | null;

  @Column({ name: 'ends_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  endsAt!: Instant | null;

  @Column({ name: 'mode', type: 'text' })
  mode!: MeetingMode;

  @Column({ name: 'place', type: 'text' })
  place!: string;

  /** Raised at every change (RFC 5545 SEQUENCE). */
  @Column({ name: 'sequence', type: 'integer' })
  sequence!: number;

  @Column({ name: 'fixed_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  fixedAt!: Instant | null;

  @Column({ name: 'chair_participant_id', type: 'text', nullable: true })
  chairParticipantId!: string | null;

  /** Roles that policy requires and that do not come, when it was last looked at. */
  @Column({ name: 'missing_roles', type: 'text', array: true, nullable: true })
  missingRoles!: string[] | null;
}
