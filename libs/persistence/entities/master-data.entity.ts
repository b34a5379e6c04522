import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CourseType, Ground } from '../../domain/plan/plan.types.js';
import { PlanEntity } from './plan.entity.js';

/** Section 1 of a plan, as far as it tells of the citizen: apart from the plan's row, which more people may know of. */
@Entity({ name: 'master_data' })
export class MasterDataEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_master_data_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'citizen_person_id', type: 'uuid' })
  citizenPersonId!: string;

  @Column({ name: 'coordinator_person_id', type: 'uuid', nullable: true })
  coordinatorPersonId!: string | null;

  @Column({ name: 'course_type', type: 'text' })
  courseType!: CourseType;

  @Column({ name: 'cluster', type: 'text' })
  cluster!: string;

  @Column({ name: 'municipality_code', type: 'text' })
  municipalityCode!: string;

  @Column({ name: 'department', type: 'text' })
  department!: string;

  @Column({ name: 'grounds', type: 'text', array: true })
  grounds!: Ground[];
}
