import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { OrganisationCorrection } from '../../domain/register/person-details.types.js';
import { instantColumn } from '../columns.js';
import { OrganisationEntity } from './organisation.entity.js';

/** What the register had of an organisation before a correction. */
@Entity({ name: 'organisation_revisions' })
export class OrganisationRevisionEntity {
  @ForeignKey(() => OrganisationEntity, { name: 'fk_organisation_revisions_organisation_id' })
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  /** From 1 on. */
  @PrimaryColumn({ name: 'revision', type: 'integer' })
  revision!: number;

  @Column({ name: 'at', type: 'timestamptz', transformer: instantColumn })
  at!: Instant;

  /** Who corrected it. */
  @Column({ name: 'by_person_id', type: 'uuid' })
  byPersonId!: string;

  /** The fields that were corrected, as they were. */
  @Column({ name: 'before', type: 'jsonb' })
  before!: OrganisationCorrection;
}
