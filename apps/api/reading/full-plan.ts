import type { PlanView } from '../../../libs/record/read/plan-view.js';
import { waitStateViewOf } from '../commands/command-answer.js';
import { keptShare } from '../draft/kept-share.js';
import type { PlanFullView } from '../plans/plan.view.js';
import { masterDataOf } from '../plans/master-data.js';
import type { PlanSight } from './plan-sight.js';
import {
  ownOr,
  visibleAgreements,
  visibleConsents,
  visibleDocuments,
  visibleExistingPlans,
  visibleMeetings,
  visibleParticipants,
  visibleTasks,
  visibleVersions,
} from './visible-parts.js';

/** One plan in all the parts that an actor may see. */
export function fullPlan(sight: PlanSight, view: PlanView): PlanFullView {
  return { ...courseOf(sight, view), ...dutiesOf(sight, view) };
}

type CourseParts =
  | 'planId'
  | 'seq'
  | 'roles'
  | 'participantIds'
  | 'kinds'
  | 'phase'
  | 'startedAt'
  | 'updatedAt'
  | 'endedAt'
  | 'waitState'
  | 'awaited'
  | 'masterData'
  | 'participants'
  | 'handover'
  | 'tasks'
  | 'dutyPeriods';

function courseOf(sight: PlanSight, view: PlanView): Pick<PlanFullView, CourseParts> {
  const { state, waitState, seq } = view.plan;
  const { leads } = sight;
  return {
    planId: state.planId,
    seq,
    roles: sight.roles,
    participantIds: sight.own,
    kinds: sight.kinds,
    phase: leads ? waitState.phase : null,
    startedAt: state.startedAt,
    updatedAt: leads ? state.updatedAt : null,
    endedAt: state.ended?.at ?? null,
    waitState: leads ? waitStateViewOf(waitState) : null,
    awaited: leads ? view.awaited.map(({ planId: _, organisationId: __, ...one }) => one) : null,
    masterData: sight.may('masterData') ? masterDataOf(sight, view.plan) : null,
    participants: sight.may('masterData') ? visibleParticipants(sight, view.participants) : null,
    handover: leads
      ? { coordinators: view.coordinatorPeriods, handovers: view.handovers, deputy: state.deputy }
      : null,
    tasks: leads ? visibleTasks(sight, view.tasks) : null,
    dutyPeriods: leads ? view.dutyPeriods : null,
  };
}

function dutiesOf(sight: PlanSight, view: PlanView): Omit<PlanFullView, CourseParts> {
  return {
    consents: visibleConsents(sight, view.consents, view.consentAttempts, view.statutoryBases),
    gatheringRequests: ownOr(sight, sight.whole, view.gatheringRequests),
    existingPlans: visibleExistingPlans(sight, view.existingPlans),
    meetings: visibleMeetings(sight, view.meetings),
    sections: view.sections.filter(({ section }) => sight.may(section)),
    goals: sight.may('goals') ? view.goals : null,
    agreements: visibleAgreements(sight, view.agreements),
    keptShare: sight.may('goals') ? keptShare(view.plan.state.outcomes) : null,
    versions: visibleVersions(sight, view.versions),
    deliveries: ownOr(sight, sight.whole, view.deliveries),
    followUps: sight.may('followUp') ? view.followUps : null,
    citizenRequests: sight.leads ? view.citizenRequests : null,
    documents: visibleDocuments(sight, view.documents),
  };
}
