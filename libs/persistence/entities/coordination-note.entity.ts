import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** What a note is about. */
export const NOTE_CONCERNS = [
  'participantRemoval',
  'meetingChange',
  'meetingWithoutCitizen',
  'versionLock',
  'task',
  'hold',
  'end',
] as const;
export type NoteConcern = (typeof NOTE_CONCERNS)[number];

/** A reason or a note that only those may read who see the whole plan. */
@Entity({ name: 'coordination_notes' })
@Check('chk_coordination_notes_concern', oneOf('concern', NOTE_CONCERNS))
export class CoordinationNoteEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_coordination_notes_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'concern', type: 'text' })
  concern!: NoteConcern;

  /** The participant, meeting, version or task that it is about; empty for the plan itself. */
  @PrimaryColumn({ name: 'ref', type: 'text' })
  ref!: string;

  @Column({ name: 'note', type: 'text' })
  note!: string;
}
