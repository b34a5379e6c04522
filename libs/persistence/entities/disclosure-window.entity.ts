import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { WindowKind } from '../../domain/disclosure/disclosure-windows.js';
import type { StandsFor } from '../../domain/standing/standing.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** A stretch of time in which somebody may see something of a plan; what the database's own wall goes by. */
@Entity({ name: 'disclosure_windows' })
@Index('ix_disclosure_windows_subject', ['subjectId', 'planId'])
@Check('chk_disclosure_windows_stands_for', oneOf('stands_for', ['themself', 'authority', 'coordination']))
@Check('chk_disclosure_windows_subject_kind', oneOf('subject_kind', ['person', 'teamLeader']))
export class DisclosureWindowEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_disclosure_windows_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'position', type: 'integer' })
  position!: number;

  @Column({ name: 'subject_kind', type: 'text' })
  subjectKind!: 'person' | 'teamLeader';

  /** The person, or the organisation that is led. */
  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Column({ name: 'participant_id', type: 'text', nullable: true })
  participantId!: string | null;

  /** For whom the person sees it: who stands for an authority sees it only while they work there. */
  @Column({ name: 'stands_for', type: 'text' })
  standsFor!: StandsFor;

  /** The organisation in which the person has to work, or below which; null for any. */
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'kinds', type: 'text', array: true })
  kinds!: WindowKind[];

  @Column({ name: 'valid_from', type: 'timestamptz', nullable: true, transformer: instantColumn })
  validFrom!: Instant | null;

  @Column({ name: 'valid_to', type: 'timestamptz', nullable: true, transformer: instantColumn })
  validTo!: Instant | null;
}
