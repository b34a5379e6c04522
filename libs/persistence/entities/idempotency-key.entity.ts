import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';

/** A command that was given under a key, and by which ids it is answered again. */
@Entity({ name: 'idempotency_keys' })
@Index('ix_idempotency_keys_created', ['createdAt'])
@Index('ix_idempotency_keys_subject', ['subjectId'], { where: 'subject_id IS NOT NULL' })
export class IdempotencyKeyEntity {
  @PrimaryColumn({ name: 'actor_key', type: 'text' })
  actorKey!: string;

  @PrimaryColumn({ name: 'key', type: 'text' })
  key!: string;

  /** Keyed hash of what was asked. */
  @Column({ name: 'request_hash', type: 'bytea' })
  requestHash!: Buffer;

  /** HTTP status of the answer; null while it is being worked on. */
  @Column({ name: 'status', type: 'integer', nullable: true })
  status!: number | null;

  /** Ids and numbers of the answer, encrypted; null while it is being worked on. */
  @Column({ name: 'response', type: 'bytea', nullable: true })
  response!: Buffer | null;

  /** The plan or person that the answer tells of. */
  @Column({ name: 'subject_id', type: 'uuid', nullable: true })
  subjectId!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', transformer: instantColumn })
  createdAt!: Instant;
}
