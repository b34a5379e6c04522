import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../columns.js';

export const ORGANISATION_KINDS = [
  'region',
  'municipality',
  'department',
  'provider',
  'stateAuthority',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** A region, municipality, department or provider; `leaderPersonId` leads its team. */
@Entity({ name: 'organisations' })
@Index('ix_organisations_parent', ['parentId'])
@Index('ix_organisations_leader', ['leaderPersonId'])
@Check('chk_organisations_kind', oneOf('kind', ORGANISATION_KINDS))
export class OrganisationEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: OrganisationKind;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'fk_organisations_parent_id' })
  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId!: string | null;

  @Column({ name: 'cvr', type: 'text', nullable: true })
  cvr!: string | null;

  @Column({ name: 'sor', type: 'text', nullable: true })
  sor!: string | null;

  @Column({ name: 'municipality_code', type: 'text', nullable: true })
  municipalityCode!: string | null;

  @Column({ name: 'region_code', type: 'text', nullable: true })
  regionCode!: string | null;

  // Named, not imported: people belong to organisations, and imports make no circle.
  @ForeignKey('PersonEntity', { name: 'fk_organisations_leader_person_id' })
  @Column({ name: 'leader_person_id', type: 'uuid', nullable: true })
  leaderPersonId!: string | null;

  /** Over what of the row decides who somebody is; written and held against it by the data source. */
  @Column({ name: 'code', type: 'text', nullable: true, select: false })
  code?: string | null;
}
