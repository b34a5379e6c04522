import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** Newest wait state of a plan and the one that its workflow was last told. */
@Entity({ name: 'wait_state_outbox' })
@Index('ix_wait_state_outbox_unsignalled', ['changedAt'], { where: 'signalled_seq < seq' })
export class WaitStateOutboxEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_wait_state_outbox_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'seq', type: 'integer' })
  seq!: number;

  @Column({ name: 'signalled_seq', type: 'integer' })
  signalledSeq!: number;

  @Column({ name: 'changed_at', type: 'timestamptz', transformer: instantColumn })
  changedAt!: Instant;
}
