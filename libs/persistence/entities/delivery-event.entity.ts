import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../../domain/distribution/distribution.types.js';
import { type Channel, CHANNELS } from '../../domain/participants/participant.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** Every step of a delivery. */
@Entity({ name: 'delivery_events' })
@Check('chk_delivery_events_status', oneOf('status', DELIVERY_STATUSES))
@Check('chk_delivery_events_channel', oneOf('channel', CHANNELS))
export class DeliveryEventEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_delivery_events_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  /** Of the event. */
  @PrimaryColumn({ name: 'seq', type: 'integer' })
  seq!: number;

  @PrimaryColumn({ name: 'version', type: 'integer' })
  version!: number;

  @PrimaryColumn({ name: 'participant_id', type: 'text' })
  participantId!: string;

  @Column({ name: 'status', type: 'text' })
  status!: DeliveryStatus;

  @Column({ name: 'channel', type: 'text' })
  channel!: Channel;

  @Column({ name: 'note', type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'at', type: 'timestamptz', transformer: instantColumn })
  at!: Instant;

  /** When the sending began whose outcome it is. */
  @Column({ name: 'begun_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  begunAt!: Instant | null;

  /** Whether the right to it had ended by then. */
  @Column({ name: 'right_ended', type: 'boolean', default: false })
  rightEnded!: boolean;
}
