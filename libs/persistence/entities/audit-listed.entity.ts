import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';

/** By plan, the entries of the audit that tell of a list in which it was shown; it repeats the entries, for searching. */
@Entity({ name: 'audit_listed' })
@Index('ix_audit_listed_plan', ['planId', 'at', 'chain', 'place'])
export class AuditListedEntity {
  @PrimaryColumn({ name: 'chain', type: 'text' })
  chain!: string;

  @PrimaryColumn({ name: 'place', type: 'integer' })
  place!: number;

  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'at', type: 'timestamptz', transformer: instantColumn })
  at!: Instant;
}
