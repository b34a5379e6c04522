import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { GatheringAnswer } from '../../domain/gathering/gathering.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** Each time a party was asked for its existing plans, with its answer. */
@Entity({ name: 'gathering_requests' })
@Check('chk_gathering_requests_status', oneOf('status', ['open', 'answered', 'withdrawn']))
@Check('chk_gathering_requests_answer', oneOf('answer', ['plans', 'noPlan', 'cannotAnswer']))
export class GatheringRequestEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_gathering_requests_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'participant_id', type: 'text' })
  participantId!: string;

  @PrimaryColumn({ name: 'round', type: 'integer' })
  round!: number;

  @Column({ name: 'requested_at', type: 'timestamptz', transformer: instantColumn })
  requestedAt!: Instant;

  @Column({ name: 'deadline', type: 'timestamptz', transformer: instantColumn })
  deadline!: Instant;

  @Column({ name: 'status', type: 'text' })
  status!: 'open' | 'answered' | 'withdrawn';

  @Column({ name: 'answer', type: 'text', nullable: true })
  answer!: GatheringAnswer['kind'] | null;

  /** Why it cannot be answered, or was withdrawn. */
  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'document_ids', type: 'uuid', array: true })
  documentIds!: string[];

  @Column({ name: 'answered_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  answeredAt!: Instant | null;

  @Column({ name: 'late', type: 'boolean' })
  late!: boolean;
}
