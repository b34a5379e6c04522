import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/**
 * The number of somebody who works in an organisation, as a keyed hash alone: it tells that they and a citizen are the same
 * person, and nothing else.
 */
@Entity({ name: 'staff_numbers' })
@Index('ix_staff_numbers_number_hash', ['numberHash'])
export class StaffNumberEntity {
  @ForeignKey(() => PersonEntity, { name: 'fk_staff_numbers_person_id' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  /** As `FieldCipher.hash` wrote it. */
  @Column({ name: 'number_hash', type: 'bytea' })
  numberHash!: Buffer;
}
