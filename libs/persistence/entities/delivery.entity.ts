import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { InformationKind } from '../../domain/consent/consent.types.js';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../../domain/distribution/distribution.types.js';
import { type Channel, CHANNELS } from '../../domain/participants/participant.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** The ledger: which version went to whom, under which consent, how far it came. */
@Entity({ name: 'deliveries' })
@Check('chk_deliveries_channel', oneOf('channel', CHANNELS))
@Check('chk_deliveries_status', oneOf('status', DELIVERY_STATUSES))
export class DeliveryEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_deliveries_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'version', type: 'integer' })
  version!: number;

  @PrimaryColumn({ name: 'participant_id', type: 'text' })
  participantId!: string;

  @Column({ name: 'channel', type: 'text' })
  channel!: Channel;

  @Column({ name: 'status', type: 'text' })
  status!: DeliveryStatus;

  @Column({ name: 'attempt', type: 'integer' })
  attempt!: number;

  @Column({ name: 'kinds', type: 'text', array: true })
  kinds!: InformationKind[];

  @Column({ name: 'grant_ids', type: 'text', array: true })
  grantIds!: string[];

  @Column({ name: 'ordered_at', type: 'timestamptz', transformer: instantColumn })
  orderedAt!: Instant;

  /** When it got its status. */
  @Column({ name: 'since', type: 'timestamptz', transformer: instantColumn })
  since!: Instant;

  @Column({ name: 'note', type: 'text', nullable: true })
  note!: string | null;
}
