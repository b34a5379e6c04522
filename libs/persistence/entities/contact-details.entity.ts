import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** How a person is reached, encrypted under the person's key. */
@Entity({ name: 'contact_details' })
@Index('ix_contact_details_email', ['emailHash'], { where: 'email_hash IS NOT NULL' })
export class ContactDetailsEntity {
  @ForeignKey(() => PersonEntity, { name: 'fk_contact_details_person_id' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'content', type: 'bytea' })
  content!: Buffer;

  /** Finds people by their mail address without telling it. */
  @Column({ name: 'email_hash', type: 'bytea', nullable: true })
  emailHash!: Buffer | null;
}
