import type { EntityManager } from 'typeorm';
import type { PlanState } from '../../domain/plan/plan.types.js';

/** Brings section 1 up to the plan's newest state. @param before Null writes it in any case. */
export async function projectMasterData(
  manager: EntityManager,
  before: PlanState | null,
  after: PlanState,
): Promise<void> {
  const values = valuesOf(after);
  if (before !== null && JSON.stringify(valuesOf(before)) === JSON.stringify(values)) return;
  await manager.query(
    `INSERT INTO master_data (
       plan_id, citizen_person_id, coordinator_person_id, course_type, cluster, municipality_code, department, grounds
     ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (plan_id) DO UPDATE SET
       coordinator_person_id = EXCLUDED.coordinator_person_id, course_type = EXCLUDED.course_type,
       cluster = EXCLUDED.cluster, municipality_code = EXCLUDED.municipality_code,
       department = EXCLUDED.department, grounds = EXCLUDED.grounds`,
    values,
  );
}

function valuesOf(state: PlanState): unknown[] {
  return [
    state.planId,
    state.citizenPersonId,
    state.coordinatorPersonId,
    state.courseType,
    state.cluster,
    state.municipalityCode,
    state.department,
    state.grounds,
  ];
}
