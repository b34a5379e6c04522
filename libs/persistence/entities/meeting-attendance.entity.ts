import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ATTENDANCE_MODES, type AttendanceMode } from '../../domain/meeting/meeting.types.js';
import { oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** Who came, and how. */
@Entity({ name: 'meeting_attendance' })
@Check('chk_meeting_attendance_mode', oneOf('mode', ATTENDANCE_MODES))
export class MeetingAttendanceEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_meeting_attendance_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'meeting_id', type: 'text' })
  meetingId!: string;

  @PrimaryColumn({ name: 'participant_id', type: 'text' })
  participantId!: string;

  @Column({ name: 'mode', type: 'text' })
  mode!: AttendanceMode;
}
