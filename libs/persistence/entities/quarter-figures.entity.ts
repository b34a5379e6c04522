import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { OrganisationFigures } from '../../domain/evaluation/figures.types.js';
import { instantColumn } from '../columns.js';
import { OrganisationEntity } from './organisation.entity.js';

/** What is told of a quarter, fixed for every organisation together when it was first told to one; only ever added to. */
@Entity({ name: 'quarter_figures' })
export class QuarterFiguresEntity {
  /** As `2027-Q1`. */
  @PrimaryColumn({ name: 'quarter', type: 'text' })
  quarter!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'fk_quarter_figures_organisation_id' })
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  /** When they were fixed. */
  @Column({ name: 'at', type: 'timestamptz', transformer: instantColumn })
  at!: Instant;

  @Column({ name: 'figures', type: 'jsonb' })
  figures!: OrganisationFigures;
}
