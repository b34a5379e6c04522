import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** The work of asking for consent, and the citizen's no. */
@Entity({ name: 'consent_attempts' })
@Check('chk_consent_attempts_outcome', oneOf('outcome', ['notReached', 'postponed', 'askedAgain', 'refused']))
export class ConsentAttemptEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_consent_attempts_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  /** Of the event. */
  @PrimaryColumn({ name: 'seq', type: 'integer' })
  seq!: number;

  @Column({ name: 'participant_ids', type: 'text', array: true })
  participantIds!: string[];

  @Column({ name: 'outcome', type: 'text' })
  outcome!: 'notReached' | 'postponed' | 'askedAgain' | 'refused';

  @Column({ name: 'place', type: 'text', nullable: true })
  place!: string | null;

  @Column({ name: 'helper_person_id', type: 'uuid', nullable: true })
  helperPersonId!: string | null;

  @Column({ name: 'minutes_spent', type: 'integer', nullable: true })
  minutesSpent!: number | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'at', type: 'timestamptz', transformer: instantColumn })
  at!: Instant;
}
