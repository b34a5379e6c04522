import type { HoldReason } from '../domain/plan/plan.types.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import type { PlanSnapshot } from '../record/read/plan.read.js';
import type { PlanSight } from './plan-sight.js';

/** Section 1 of a plan. */
export interface MasterData extends Pick<
  PlanState,
  | 'number'
  | 'grounds'
  | 'courseType'
  | 'cluster'
  | 'municipalityCode'
  | 'department'
  | 'organisationId'
  | 'coordinatorPersonId'
  | 'contactPersonId'
  | 'citizenAnswer'
  | 'holdUntil'
> {
  readonly organisationName: string;
  readonly citizen: {
    readonly personId: string;
    readonly givenName: string | null;
    readonly familyName: string | null;
    readonly birthDate: string | null;
    readonly deceased: boolean | null;
    readonly protectedIdentity: boolean;
  };
  readonly holdReason: HoldReason | null;
  readonly endReason: NonNullable<PlanState['ended']>['reason'] | null;
}

/**
 * Section 1 of a plan. A protected name, and why the plan is on hold, are told only to those who see the whole plan.
 */
export function masterDataOf(sight: PlanSight, plan: PlanSnapshot): MasterData {
  const { state, citizen } = plan;
  const named = citizen !== null && (sight.whole || !citizen.protectedIdentity);
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
      personId: state.citizenPersonId,
      givenName: named ? citizen.givenName : null,
      familyName: named ? citizen.familyName : null,
      birthDate: named ? citizen.birthDate : null,
      deceased: citizen?.deceased ?? null,
      protectedIdentity: citizen?.protectedIdentity ?? true,
    },
    coordinatorPersonId: state.coordinatorPersonId,
    contactPersonId: state.contactPersonId,
    citizenAnswer: state.citizenAnswer,
    holdReason: sight.whole ? plan.holdReason : null,
    holdUntil: state.holdUntil,
    endReason: state.ended?.reason ?? null,
  };
}
