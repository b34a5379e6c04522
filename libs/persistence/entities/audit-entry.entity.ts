import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';

/** Who read or changed what, and whether it was allowed. The columns after the hash repeat the entry, for searching. */
@Entity({ name: 'audit_entries' })
@Index('ix_audit_entries_at', ['at', 'chain', 'place'])
@Index('ix_audit_entries_plan', ['planId', 'at', 'chain', 'place'], { where: 'plan_id IS NOT NULL' })
@Index('ix_audit_entries_person', ['personId', 'at', 'chain', 'place'], { where: 'person_id IS NOT NULL' })
@Index('ix_audit_entries_subject', ['subjectPersonId', 'at', 'chain', 'place'], {
  where: 'subject_person_id IS NOT NULL',
})
@Index('ix_audit_entries_refused', ['at', 'chain', 'place'], { where: 'NOT allowed' })
export class AuditEntryEntity {
  @PrimaryColumn({ name: 'chain', type: 'text' })
  chain!: string;

  @PrimaryColumn({ name: 'place', type: 'integer' })
  place!: number;

  /** The entry as JSON, as it was authenticated and hashed. */
  @Column({ name: 'entry', type: 'text' })
  entry!: string;

  @Column({ name: 'key_id', type: 'text' })
  keyId!: string;

  @Column({ name: 'code', type: 'text' })
  code!: string;

  @Column({ name: 'hash', type: 'bytea' })
  hash!: Buffer;

  @Column({ name: 'at', type: 'timestamptz', transformer: instantColumn })
  at!: Instant;

  @Column({ name: 'plan_id', type: 'uuid', nullable: true })
  planId!: string | null;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId!: string | null;

  /** Whom it is about, where it is about a person and no plan. */
  @Column({ name: 'subject_person_id', type: 'uuid', nullable: true })
  subjectPersonId!: string | null;

  @Column({ name: 'operation', type: 'text' })
  operation!: string;

  @Column({ name: 'allowed', type: 'boolean' })
  allowed!: boolean;

  @Column({ name: 'listed', type: 'uuid', array: true })
  listed!: string[];
}
