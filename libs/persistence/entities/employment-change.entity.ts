import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';

/** That somebody's employment has changed, until it has followed in the plans that they stood in for an authority. */
@Entity({ name: 'employment_changes' })
@Index('ix_employment_changes_changed_at', ['changedAt'])
export class EmploymentChangeEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  /** Another one with every change: a newer one is told anew. */
  @Column({ name: 'change', type: 'uuid' })
  change!: string;

  @Column({ name: 'changed_at', type: 'timestamptz', default: () => 'now()', transformer: instantColumn })
  changedAt!: Instant;

  /** Until when a process is at it; after that another one takes it. */
  @Column({ name: 'taken_until', type: 'timestamptz', transformer: instantColumn, nullable: true })
  takenUntil!: Instant | null;
}
