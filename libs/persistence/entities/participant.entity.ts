import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import {
  type Channel,
  CHANNELS,
  PARTICIPANT_ROLES,
  type ParticipantRole,
} from '../../domain/participants/participant.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PersonEntity } from './person.entity.js';
import { PlanEntity } from './plan.entity.js';

/** Who takes part in a plan, and until when. */
@Entity({ name: 'participants' })
@Index('ix_participants_person', ['personId'], { where: 'removed_at IS NULL' })
@Index('ix_participants_of_person', ['personId'])
@Check('chk_participants_role', oneOf('role', PARTICIPANT_ROLES))
@Check('chk_participants_channel', oneOf('channel', CHANNELS))
export class ParticipantEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_participants_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'participant_id', type: 'text' })
  participantId!: string;

  @ForeignKey(() => PersonEntity, { name: 'fk_participants_person_id' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'role', type: 'text' })
  role!: ParticipantRole;

  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'channel', type: 'text' })
  channel!: Channel;

  @Column({ name: 'joined_at', type: 'timestamptz', transformer: instantColumn })
  joinedAt!: Instant;

  @Column({ name: 'removed_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  removedAt!: Instant | null;

  /** Whether readers of the plan see of the person what the register has. */
  @Column({ name: 'shows_register', type: 'boolean', default: true })
  showsRegister!: boolean;
}
