import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';
import { PersonEntity } from './person.entity.js';

/** What the register had of somebody before a correction, encrypted under the person's key. */
@Entity({ name: 'person_revisions' })
export class PersonRevisionEntity {
  @ForeignKey(() => PersonEntity, { name: 'fk_person_revisions_person_id' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  /** From 1 on. */
  @PrimaryColumn({ name: 'revision', type: 'integer' })
  revision!: number;

  @Column({ name: 'at', type: 'timestamptz', transformer: instantColumn })
  at!: Instant;

  /** Who corrected it. */
  @Column({ name: 'by_person_id', type: 'uuid', nullable: true })
  byPersonId!: string | null;

  @Column({ name: 'content', type: 'bytea' })
  content!: Buffer;
}
