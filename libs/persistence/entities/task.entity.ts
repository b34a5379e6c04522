import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { OpenMatter, TaskKind } from '../../domain/task/task.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** Work that only a person can do. */
@Entity({ name: 'tasks' })
@Index('ix_tasks_open', ['planId', 'deadline'], { where: 'closed_at IS NULL' })
@Check('chk_tasks_how', oneOf('how', ['done', 'moot']))
export class TaskEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_tasks_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'task_id', type: 'text' })
  taskId!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: TaskKind;

  @Column({ name: 'ref', type: 'text', nullable: true })
  ref!: string | null;

  @Column({ name: 'participant_id', type: 'text', nullable: true })
  participantId!: string | null;

  @Column({ name: 'raised_at', type: 'timestamptz', transformer: instantColumn })
  raisedAt!: Instant;

  @Column({ name: 'deadline', type: 'timestamptz', transformer: instantColumn })
  deadline!: Instant;

  @Column({ name: 'closed_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  closedAt!: Instant | null;

  @Column({ name: 'how', type: 'text', nullable: true })
  how!: 'done' | 'moot' | null;

  @Column({ name: 'open', type: 'jsonb', nullable: true })
  open!: readonly OpenMatter[] | null;
}
