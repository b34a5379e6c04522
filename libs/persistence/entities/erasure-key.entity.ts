import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';

/** A key that encrypts the personal content of one thing, wrapped; null once it was destroyed. */
@Entity({ name: 'erasure_keys' })
export class ErasureKeyEntity {
  @PrimaryColumn({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'wrapped', type: 'bytea', nullable: true })
  wrapped!: Buffer | null;

  @Column({ name: 'created_at', type: 'timestamptz', transformer: instantColumn })
  createdAt!: Instant;

  @Column({ name: 'destroyed_at', type: 'timestamptz', nullable: true, transformer: instantColumn })
  destroyedAt!: Instant | null;
}
