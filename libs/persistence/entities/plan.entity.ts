import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant, LocalDate } from '../../domain/calendar/index.js';
import type { StepName } from '../../domain/deadline/awaited.types.js';
import {
  COURSE_TYPES,
  type CourseType,
  END_REASONS,
  type EndReason,
  type Phase,
  PHASES,
  type PlanState,
} from '../../domain/plan/plan.types.js';
import type { WaitState } from '../../domain/plan/wait-state.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { STONE } from '../stone.js';
import { CitizenEntity } from './citizen.entity.js';
import { OrganisationEntity } from './organisation.entity.js';

/** A plan's snapshot, its wait state, and what lists filter and sort by; of an erased plan only that it was there. */
@Entity({ name: 'plans' })
@Index('uix_plans_open_citizen', ['citizenPersonId'], { unique: true, where: 'ended_at IS NULL' })
@Index('ix_plans_citizen', ['citizenPersonId'])
@Index('ix_plans_started', ['startedAt', 'id'])
@Index('ix_plans_coordinator', ['coordinatorPersonId', 'startedAt', 'id'])
@Index('ix_plans_deputy', ['deputyPersonId', 'startedAt', 'id'], { where: 'deputy_person_id IS NOT NULL' })
@Index('ix_plans_organisation', ['organisationId', 'startedAt', 'id'])
@Index('ix_plans_phase', ['phase', 'startedAt', 'id'])
@Index('ix_plans_next', ['nextAt', 'startedAt', 'id'], { where: 'next_at IS NOT NULL' })
@Index('ix_plans_kept', ['endedAt', 'id'], { where: 'ended_at IS NOT NULL AND erased_at IS NULL' })
@Unique('uq_plans_number', ['number'])
@Check('chk_plans_erased', STONE)
@Check('chk_plans_phase', oneOf('phase', PHASES))
@Check('chk_plans_course_type', oneOf('course_type', COURSE_TYPES))
@Check('chk_plans_end_reason', oneOf('end_reason', END_REASONS))
export class PlanEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'number', type: 'text' })
  number!: string;

  @ForeignKey(() => CitizenEntity, { name: 'fk_plans_citizen_person_id' })
  @Column({ name: 'citizen_person_id', type: 'uuid', nullable: true })
  citizenPersonId!: string | null;

  /** How many events are folded into `state`. */
  @Column({ name: 'seq', type: 'integer' })
  seq!: number;

  @Column({ name: 'phase', type: 'text', nullable: true })
  phase!: Phase | null;

  @Column({ name: 'course_type', type: 'text', nullable: true })
  courseType!: CourseType | null;

  @Column({ name: 'cluster', type: 'text', nullable: true })
  cluster!: string | null;

  @Column({ name: 'municipality_code', type: 'text', nullable: true })
  municipalityCode!: string | null;

  @Column({ name: 'department', type: 'text', nullable: true })
  department!: string | null;

  @ForeignKey(() => OrganisationEntity, { name: 'fk_plans_organisation_id' })
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'coordinator_person_id', type: 'uuid', nullable: true })
  coordinatorPersonId!: string | null;

  @Column({ name: 'deputy_person_id', type: 'uuid', nullable: true })
  deputyPersonId!: string | null;

  @Column({ name: 'deputy_from', type: 'timestamptz', transformer: instantColumn, nullable: true })
  deputyFrom!: Instant | null;

  @Column({ name: 'deputy_to', type: 'timestamptz', transformer: instantColumn, nullable: true })
  deputyTo!: Instant | null;

  @Column({ name: 'state', type: 'jsonb', nullable: true })
  state!: PlanState | null;

  @Column({ name: 'wait_state', type: 'jsonb', nullable: true })
  waitState!: WaitState | null;

  @Column({ name: 'next_step', type: 'text', nullable: true })
  nextStep!: StepName | null;

  @Column({ name: 'next_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  nextAt!: Instant | null;

  @Column({ name: 'overdue_since', type: 'timestamptz', transformer: instantColumn, nullable: true })
  overdueSince!: Instant | null;

  @Column({ name: 'problem', type: 'text', nullable: true })
  problem!: string | null;

  @Column({ name: 'next_follow_up_on', type: 'date', nullable: true })
  nextFollowUpOn!: LocalDate | null;

  @Column({ name: 'started_at', type: 'timestamptz', transformer: instantColumn })
  startedAt!: Instant;

  @Column({ name: 'updated_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  updatedAt!: Instant | null;

  @Column({ name: 'ended_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  endedAt!: Instant | null;

  @Column({ name: 'end_reason', type: 'text', nullable: true })
  endReason!: EndReason | null;

  /** When the plan's content was erased; then everything but number and times is null. */
  @Column({ name: 'erased_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  erasedAt!: Instant | null;
}
