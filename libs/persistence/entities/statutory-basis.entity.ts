import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import {
  type InformationKind,
  STATUTORY_BASES,
  type StatutoryBasis,
} from '../../domain/consent/consent.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** Recorded bases for disclosure other than consent. */
@Entity({ name: 'statutory_bases' })
@Check('chk_statutory_bases_basis', oneOf('basis', STATUTORY_BASES))
export class StatutoryBasisEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_statutory_bases_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'basis_id', type: 'text' })
  basisId!: string;

  @Column({ name: 'participant_id', type: 'text' })
  participantId!: string;

  @Column({ name: 'basis', type: 'text' })
  basis!: StatutoryBasis;

  @Column({ name: 'kinds', type: 'text', array: true })
  kinds!: InformationKind[];

  @Column({ name: 'valid_from', type: 'timestamptz', transformer: instantColumn })
  validFrom!: Instant;

  @Column({ name: 'valid_to', type: 'timestamptz', transformer: instantColumn })
  validTo!: Instant;

  @Column({ name: 'reason', type: 'text' })
  reason!: string;

  @Column({ name: 'extent', type: 'text' })
  extent!: string;

  @Column({ name: 'citizen_told', type: 'boolean' })
  citizenTold!: boolean;

  @Column({ name: 'not_told_because', type: 'text', nullable: true })
  notToldBecause!: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', transformer: instantColumn })
  recordedAt!: Instant;

  @Column({ name: 'ended_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  endedAt!: Instant | null;

  @Column({ name: 'end_reason', type: 'text', nullable: true })
  endReason!: string | null;
}
