import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { type Channel, CHANNELS } from '../../domain/participants/participant.types.js';
import type { OrganisationRole } from '../../domain/plan/actor.js';
import { instantColumn, oneOf } from '../columns.js';
import { OrganisationEntity } from './organisation.entity.js';

/** Everyone who can take part: practitioners, relatives and citizens alike. */
@Entity({ name: 'people' })
@Index('ix_people_organisation', ['organisationId'])
@Unique('uq_people_subject', ['subject'])
@Check('chk_people_language', oneOf('language', ['da', 'en']))
@Check('chk_people_channel', oneOf('channel', CHANNELS))
export class PersonEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'given_name', type: 'text' })
  givenName!: string;

  @Column({ name: 'family_name', type: 'text' })
  familyName!: string;

  @Column({ name: 'language', type: 'text' })
  language!: 'da' | 'en';

  @Column({ name: 'channel', type: 'text' })
  channel!: Channel;

  @ForeignKey(() => OrganisationEntity, { name: 'fk_people_organisation_id' })
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'organisation_roles', type: 'text', array: true })
  organisationRoles!: OrganisationRole[];

  /** Name and address protection: neither is shown or sent where it need not be. */
  @Column({ name: 'protected_identity', type: 'boolean' })
  protectedIdentity!: boolean;

  /** The subject under which the person signs in. */
  @Column({ name: 'subject', type: 'text', nullable: true })
  subject!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', transformer: instantColumn })
  createdAt!: Instant;

  /** Since when the register has their death; null as long as they live. */
  @Column({ name: 'deceased_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  deceasedAt!: Instant | null;

  /** When everything that was kept of the person was erased; then the names are empty. */
  @Column({ name: 'erased_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  erasedAt!: Instant | null;

  /** Over what of the row decides who somebody is; written and held against it by the data source. */
  @Column({ name: 'code', type: 'text', nullable: true, select: false })
  code?: string | null;
}
