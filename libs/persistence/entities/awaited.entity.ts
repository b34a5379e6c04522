import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { AwaitedFrom, AwaitedKind } from '../../domain/deadline/awaited.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** What a plan waits for now, from whom and by when. */
@Entity({ name: 'plan_awaited' })
@Index('ix_plan_awaited_deadline', ['deadline'])
@Index('ix_plan_awaited_kind', ['kind', 'deadline'])
@Index('ix_plan_awaited_organisation', ['organisationId', 'kind', 'deadline'])
@Index('ix_plan_awaited_person', ['personId', 'deadline'])
@Index('ix_plan_awaited_leader', ['organisationId', 'deadline'], {
  where: "from_kind IN ('teamLeader', 'organisation')",
})
@Check(
  'chk_plan_awaited_from_kind',
  oneOf('from_kind', ['participant', 'organisation', 'coordinator', 'successor', 'teamLeader']),
)
export class AwaitedEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_plan_awaited_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'ref', type: 'text' })
  ref!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: AwaitedKind;

  @Column({ name: 'from_kind', type: 'text' })
  fromKind!: AwaitedFrom['kind'];

  @Column({ name: 'participant_id', type: 'text', nullable: true })
  participantId!: string | null;

  /** Whose move it is; null for a team leader and while there is no coordinator. */
  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId!: string | null;

  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'since', type: 'timestamptz', transformer: instantColumn })
  since!: Instant;

  /** Shifted by the time on hold. */
  @Column({ name: 'deadline', type: 'timestamptz', transformer: instantColumn })
  deadline!: Instant;
}
