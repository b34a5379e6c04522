import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant, LocalDate } from '../../domain/calendar/index.js';
import type { AgreementOutcome } from '../../domain/drafting/drafting.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** An intervention that one party is responsible for, and how it ended. */
@Entity({ name: 'agreements' })
@Check('chk_agreements_outcome', oneOf('outcome', ['kept', 'late', 'changed', 'dropped']))
export class AgreementEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_agreements_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'agreement_id', type: 'text' })
  agreementId!: string;

  @Column({ name: 'goal_id', type: 'text' })
  goalId!: string;

  @Column({ name: 'title', type: 'text' })
  title!: string;

  @Column({ name: 'responsible_participant_id', type: 'text' })
  responsibleParticipantId!: string;

  @Column({ name: 'due_date', type: 'date' })
  dueDate!: LocalDate;

  @Column({ name: 'deadline', type: 'timestamptz', transformer: instantColumn })
  deadline!: Instant;

  @Column({ name: 'binding_since', type: 'timestamptz', transformer: instantColumn, nullable: true })
  bindingSince!: Instant | null;

  @Column({ name: 'outcome', type: 'text', nullable: true })
  outcome!: AgreementOutcome | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'replaced_by', type: 'text', nullable: true })
  replacedBy!: string | null;

  @Column({ name: 'made_at', type: 'timestamptz', transformer: instantColumn })
  madeAt!: Instant;

  @Column({ name: 'ended_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  endedAt!: Instant | null;
}
