/** A plan has all its content, or, once it was erased, none: only that it was there, when it began, ended and was erased. */
export const STONE = `CASE WHEN erased_at IS NULL
  THEN num_nulls(citizen_person_id, phase, course_type, cluster, municipality_code, department, organisation_id, state, wait_state, updated_at) = 0
  ELSE ended_at IS NOT NULL AND num_nonnulls(citizen_person_id, phase, course_type, cluster, municipality_code, department, organisation_id, coordinator_person_id, deputy_person_id, deputy_from, deputy_to, state, wait_state, next_step, next_at, overdue_since, problem, next_follow_up_on, updated_at, end_reason) = 0
  END`;
