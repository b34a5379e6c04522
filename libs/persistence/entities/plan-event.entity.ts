import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { EventType } from '../../domain/plan/plan.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** What happened in a plan's life; only ever added to. */
@Entity({ name: 'plan_events' })
@Index('ix_plan_events_command', ['planId', 'commandId', 'seq'], { where: 'command_id IS NOT NULL' })
@Index('ix_plan_events_course', ['at', 'planId'], { where: `type IN ('planStarted', 'planEnded')` })
@Check('chk_plan_events_actor_kind', oneOf('actor_kind', ['person', 'process']))
export class PlanEventEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_plan_events_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'seq', type: 'integer' })
  seq!: number;

  @Column({ name: 'type', type: 'text' })
  type!: EventType;

  @Column({ name: 'at', type: 'timestamptz', transformer: instantColumn })
  at!: Instant;

  @Column({ name: 'actor_kind', type: 'text' })
  actorKind!: 'person' | 'process';

  @Column({ name: 'actor_person_id', type: 'uuid', nullable: true })
  actorPersonId!: string | null;

  @Column({ name: 'command_id', type: 'uuid', nullable: true })
  commandId!: string | null;

  /** The event without its type, encrypted under the plan's key. */
  @Column({ name: 'content', type: 'bytea' })
  content!: Buffer;
}
