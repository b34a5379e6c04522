import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { oneOf } from '../columns.js';
import { VERSION_PART_KINDS, type VersionPartKind } from '../version-content.js';
import { PlanEntity } from './plan.entity.js';

/** One kind of information of a version, as it was submitted for approval. */
@Entity({ name: 'version_parts' })
@Check('chk_version_parts_kind', oneOf('kind', VERSION_PART_KINDS))
export class VersionPartEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_version_parts_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'version', type: 'integer' })
  version!: number;

  @PrimaryColumn({ name: 'kind', type: 'text' })
  kind!: VersionPartKind;

  /** The section's text, or the goals with their agreements. */
  @Column({ name: 'content', type: 'jsonb' })
  content!: unknown;
}
