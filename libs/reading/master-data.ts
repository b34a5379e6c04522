import type { HoldReason, PlanState } from '../domain/plan/plan.types.js';
import type { MasterDataEntity } from '../persistence/entities/master-data.entity.js';
import type { PlanSnapshot } from '../record/read/plan.read.js';
import type { PlanSight } from './plan-sight.js';

/** Section 1 of a plan. */
export interface MasterData
  extends
    Omit<MasterDataEntity, 'planId' | 'citizenPersonId'>,
    Pick<PlanState, 'number' | 'organisationId' | 'contactPersonId' | 'citizenAnswer' | 'holdUntil'> {
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
 * Section 1 of a plan; null for who may not see it. A protected name is told to those who see the whole plan and to
 * authorities, who have to know whom they treat; why the plan is on hold only to those who see the whole plan.
 */
export function masterDataOf(sight: PlanSight, plan: PlanSnapshot): MasterData | null {
  const { state, citizen, masterData } = plan;
  if (!sight.may('masterData') || masterData === null) return null;
  const treats = sight.roles.includes('representative');
  const named = citizen !== null && (sight.whole || treats || !citizen.protectedIdentity);
  const { planId: _, citizenPersonId, ...walled } = masterData;
  return {
    ...walled,
    number: state.number,
    organisationId: state.organisationId,
    organisationName: plan.organisationName,
    citizen: {
      personId: citizenPersonId,
      givenName: named ? citizen.givenName : null,
      familyName: named ? citizen.familyName : null,
      birthDate: named && (sight.whole || !citizen.protectedIdentity) ? citizen.birthDate : null,
      deceased: citizen?.deceased ?? null,
      protectedIdentity: citizen?.protectedIdentity ?? true,
    },
    contactPersonId: state.contactPersonId,
    citizenAnswer: state.citizenAnswer,
    holdReason: sight.whole ? plan.holdReason : null,
    holdUntil: state.holdUntil,
    endReason: state.ended?.reason ?? null,
  };
}
