import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** A plan whose erasure is held back by law or a dispute, until it is released. */
@Entity({ name: 'erasure_holds' })
@Index('uix_erasure_holds_open', ['planId'], { unique: true, where: 'released_at IS NULL' })
export class ErasureHoldEntity {
  @PrimaryColumn({ name: 'hold_id', type: 'uuid' })
  holdId!: string;

  @ForeignKey(() => PlanEntity, { name: 'fk_erasure_holds_plan_id' })
  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  /** Sealed under the plan's key. */
  @Column({ name: 'reason', type: 'text' })
  reason!: string;

  @Column({ name: 'held_at', type: 'timestamptz', transformer: instantColumn })
  heldAt!: Instant;

  @Column({ name: 'held_by_person_id', type: 'uuid' })
  heldByPersonId!: string;

  @Column({ name: 'released_at', type: 'timestamptz', nullable: true, transformer: instantColumn })
  releasedAt!: Instant | null;

  @Column({ name: 'released_by_person_id', type: 'uuid', nullable: true })
  releasedByPersonId!: string | null;
}
