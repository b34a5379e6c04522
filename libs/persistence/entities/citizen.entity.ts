import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '../../domain/calendar/index.js';
import { PersonEntity } from './person.entity.js';

/** What is kept of a citizen beside the person: the CPR number, encrypted and as a keyed hash. */
@Entity({ name: 'citizens' })
@Unique('uq_citizens_cpr_hash', ['cprHash'])
export class CitizenEntity {
  @ForeignKey(() => PersonEntity, { name: 'fk_citizens_person_id' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  /** Encrypted under the person's key. */
  @Column({ name: 'cpr_encrypted', type: 'bytea' })
  cprEncrypted!: Buffer;

  /** As `FieldCipher.hash` wrote it; finds a citizen without telling the number. */
  @Column({ name: 'cpr_hash', type: 'bytea' })
  cprHash!: Buffer;

  /** A day, sealed under the person's key. */
  @Column({ name: 'birth_date', type: 'text' })
  birthDate!: LocalDate;

  /** Over what of the row decides who somebody is; written and held against it by the data source. */
  @Column({ name: 'code', type: 'text', nullable: true, select: false })
  code?: string | null;
}
