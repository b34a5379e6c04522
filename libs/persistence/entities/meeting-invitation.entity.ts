import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { InvitationResponse } from '../../domain/meeting/meeting.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** An invitation with its newest answer. */
@Entity({ name: 'meeting_invitations' })
@Index('ix_meeting_invitations_deputy', ['deputyPersonId'], { where: 'deputy_person_id IS NOT NULL' })
@Check('chk_meeting_invitations_response', oneOf('response', ['accepted', 'declined', 'tentative']))
export class MeetingInvitationEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_meeting_invitations_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'meeting_id', type: 'text' })
  meetingId!: string;

  @PrimaryColumn({ name: 'participant_id', type: 'text' })
  participantId!: string;

  /** The meeting's sequence that was last told. */
  @Column({ name: 'sequence', type: 'integer' })
  sequence!: number;

  @Column({ name: 'invited_at', type: 'timestamptz', transformer: instantColumn })
  invitedAt!: Instant;

  @Column({ name: 'respond_by', type: 'timestamptz', transformer: instantColumn })
  respondBy!: Instant;

  @Column({ name: 'response', type: 'text', nullable: true })
  response!: InvitationResponse | null;

  @Column({ name: 'responded_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  respondedAt!: Instant | null;

  @Column({ name: 'deputy_person_id', type: 'uuid', nullable: true })
  deputyPersonId!: string | null;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  withdrawnAt!: Instant | null;
}
