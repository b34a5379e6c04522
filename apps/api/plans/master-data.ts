import type { z } from 'zod';
import type { PlanSnapshot } from '../../../libs/record/read/plan.read.js';
import type { PlanSight } from '../reading/plan-sight.js';
import type { masterDataView } from './plan.view.js';

/** Section 1 of a plan. A protected name is told only to those who see the whole plan. */
export function masterDataOf(sight: PlanSight, plan: PlanSnapshot): z.output<typeof masterDataView> {
  const { state, citizen } = plan;
  const named = sight.whole || !citizen.protectedIdentity;
  return {
    number: state.number,
    grounds: state.grounds,
    courseType: state.courseType,
    cluster: state.cluster,
    municipalityCode: state.municipalityCode,
    department: state.department,
    organisationId: state.organisationId,
    organisationName: plan.organisationName,
    citizen: {
      personId: citizen.personId,
      givenName: named ? citizen.givenName : null,
      familyName: named ? citizen.familyName : null,
      birthDate: named ? citizen.birthDate : null,
      deceased: citizen.deceased,
      protectedIdentity: citizen.protectedIdentity,
    },
    coordinatorPersonId: state.coordinatorPersonId,
    contactPersonId: state.contactPersonId,
    citizenAnswer: state.citizenAnswer,
    holdReason: plan.holdReason,
    holdUntil: state.holdUntil,
    endReason: state.ended?.reason ?? null,
  };
}
