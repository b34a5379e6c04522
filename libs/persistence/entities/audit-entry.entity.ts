import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';

/** Who did or saw what, and whether it was allowed; only ever added to. */
@Entity({ name: 'audit_entries' })
@Index('ix_audit_entries_plan', ['planId', 'at'])
@Index('ix_audit_entries_actor', ['actorPersonId', 'at'])
export class AuditEntryEntity {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ name: 'plan_id', type: 'uuid', nullable: true })
  planId!: string | null;

  @Column({ name: 'at', type: 'timestamptz', transformer: instantColumn })
  at!: Instant;

  @Column({ name: 'actor_person_id', type: 'uuid', nullable: true })
  actorPersonId!: string | null;

  @Column({ name: 'role', type: 'text', nullable: true })
  role!: string | null;

  @Column({ name: 'action', type: 'text' })
  action!: string;

  /** Kind of information, where one was asked for. */
  @Column({ name: 'kind', type: 'text', nullable: true })
  kind!: string | null;

  @Column({ name: 'allowed', type: 'boolean' })
  allowed!: boolean;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'correlation_id', type: 'text', nullable: true })
  correlationId!: string | null;
}
