import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/**
 * What somebody wrote of a person whom they registered, also where the register knew the person already: a plan of theirs
 * shows this, and not what the register has, until the person says yes.
 */
@Entity({ name: 'introductions' })
export class IntroductionEntity {
  @ForeignKey(() => PersonEntity, { name: 'fk_introductions_person_id' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  /** Who wrote it. */
  @PrimaryColumn({ name: 'by_person_id', type: 'uuid' })
  byPersonId!: string;

  /** Names and contact details, encrypted under the person's key. */
  @Column({ name: 'content', type: 'bytea' })
  content!: Buffer;
}
