import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** An uploaded document. Its content is read only when somebody fetches it. */
@Entity({ name: 'documents' })
@Index('ix_documents_plan', ['planId', 'uploadedAt', 'id'])
export class DocumentEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @ForeignKey(() => PlanEntity, { name: 'fk_documents_plan_id' })
  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'participant_id', type: 'text' })
  participantId!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: string;

  @Column({ name: 'media_type', type: 'text' })
  mediaType!: string;

  @Column({ name: 'byte_size', type: 'integer' })
  byteSize!: number;

  @Column({ name: 'sha256', type: 'bytea', select: false })
  sha256!: Buffer;

  @Column({ name: 'content', type: 'bytea', select: false })
  content!: Buffer;

  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  @Column({ name: 'uploaded_by', type: 'uuid' })
  uploadedBy!: string;

  @Column({ name: 'uploaded_at', type: 'timestamptz', transformer: instantColumn })
  uploadedAt!: Instant;

  /** When its party answered anew without it. */
  @Column({ name: 'replaced_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  replacedAt!: Instant | null;
}
