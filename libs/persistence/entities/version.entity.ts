import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** A version of the plan: what was submitted, and whether it was locked. */
@Entity({ name: 'versions' })
@Check('chk_versions_status', oneOf('status', ['submitted', 'returned', 'locked']))
export class VersionEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_versions_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'version', type: 'integer' })
  version!: number;

  @Column({ name: 'status', type: 'text' })
  status!: 'submitted' | 'returned' | 'locked';

  /** Revision of each section. */
  @Column({ name: 'revisions', type: 'jsonb' })
  revisions!: Record<string, number>;

  @Column({ name: 'submitted_at', type: 'timestamptz', transformer: instantColumn })
  submittedAt!: Instant;

  @Column({ name: 'deadline', type: 'timestamptz', transformer: instantColumn })
  deadline!: Instant;

  @Column({ name: 'locked_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  lockedAt!: Instant | null;

  /** Who had not answered when it was locked. */
  @Column({ name: 'gaps', type: 'text', array: true })
  gaps!: string[];
}
