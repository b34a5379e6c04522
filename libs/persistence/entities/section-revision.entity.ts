import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { WRITTEN_SECTIONS, type WrittenSection } from '../../domain/drafting/drafting.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** Every saved text of a section. */
@Entity({ name: 'section_revisions' })
@Check('chk_section_revisions_section', oneOf('section', WRITTEN_SECTIONS))
export class SectionRevisionEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_section_revisions_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'section', type: 'text' })
  section!: WrittenSection;

  @PrimaryColumn({ name: 'revision', type: 'integer' })
  revision!: number;

  @Column({ name: 'content', type: 'text' })
  content!: string;

  @Column({ name: 'author_person_id', type: 'uuid' })
  authorPersonId!: string;

  @Column({ name: 'at', type: 'timestamptz', transformer: instantColumn })
  at!: Instant;
}
