import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import {
  CITIZEN_REQUEST_KINDS,
  type CitizenRequestKind,
} from '../../domain/citizen-request/citizen-request.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** What the citizen asked for, and the answer. */
@Entity({ name: 'citizen_requests' })
@Check('chk_citizen_requests_kind', oneOf('kind', CITIZEN_REQUEST_KINDS))
@Check('chk_citizen_requests_answer', oneOf('answer', ['granted', 'declined']))
export class CitizenRequestEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_citizen_requests_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'request_id', type: 'text' })
  requestId!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: CitizenRequestKind;

  @Column({ name: 'participant_id', type: 'text', nullable: true })
  participantId!: string | null;

  @Column({ name: 'words', type: 'text', nullable: true })
  words!: string | null;

  @Column({ name: 'made_at', type: 'timestamptz', transformer: instantColumn })
  madeAt!: Instant;

  @Column({ name: 'deadline', type: 'timestamptz', transformer: instantColumn })
  deadline!: Instant;

  @Column({ name: 'answer', type: 'text', nullable: true })
  answer!: 'granted' | 'declined' | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  answeredAt!: Instant | null;

  /** When the plan ended without an answer. */
  @Column({ name: 'lapsed_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  lapsedAt!: Instant | null;
}
