import type { Instant } from '../domain/calendar/index.js';
import type { InformationKind } from '../domain/consent/consent.types.js';
import { keptShare } from '../domain/drafting/kept-share.js';
import type { Phase, PlanState } from '../domain/plan/plan.types.js';
import type { PlanRole } from '../domain/plan/rights.js';
import type { WaitState } from '../domain/plan/wait-state.types.js';
import type { AwaitedView } from '../record/read/awaited.read.js';
import type { CitizenRequestView } from '../record/read/citizen-requests.read.js';
import type { DeliveryView } from '../record/read/deliveries.read.js';
import type { AgreementView, GoalView, SectionView, VersionView } from '../record/read/drafting.read.js';
import { type FollowUpRhythm, followUpRhythm, type FollowUpView } from '../record/read/follow-ups.read.js';
import type { ExistingPlanView, GatheringRequestView } from '../record/read/gathering.read.js';
import type { CoordinatorPeriodView, HandoverView } from '../record/read/handovers.read.js';
import type { DutyPeriodView } from '../record/read/plan.read.js';
import type { ParticipantView } from '../record/read/participants.read.js';
import type { PlanView } from '../record/read/plan-view.js';
import type { TaskView } from '../record/read/tasks.read.js';
import { type MasterData, masterDataOf } from './master-data.js';
import type { PlanSight } from './plan-sight.js';
import {
  ownOr,
  visibleAgreements,
  type VisibleConsents,
  visibleConsents,
  type VisibleDocument,
  visibleDocuments,
  visibleExistingPlans,
  type VisibleMeeting,
  visibleMeetings,
  visibleParticipants,
  visibleTasks,
  visibleVersions,
} from './visible-parts.js';

/** Who coordinates, coordinated or was asked to. */
export interface Handover {
  readonly coordinators: readonly CoordinatorPeriodView[];
  readonly handovers: readonly HandoverView[];
  readonly deputy: { readonly personId: string; readonly from: Instant; readonly to: Instant } | null;
}

/** Who stands in for the coordinator, and when. */
export function deputyIn({ deputy }: PlanState): Handover['deputy'] {
  return deputy === null ? null : { personId: deputy.personId, from: deputy.from, to: deputy.to };
}

/** One plan in all the parts that an actor may see; null stands for what the actor may not. */
export interface FullPlan {
  readonly planId: string;
  readonly seq: number;
  readonly roles: readonly PlanRole[];
  readonly participantIds: readonly string[];
  readonly kinds: readonly InformationKind[];
  readonly phase: Phase | null;
  readonly startedAt: Instant;
  readonly updatedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly waitState: WaitState | null;
  readonly awaited: readonly Omit<AwaitedView, 'planId' | 'organisationId'>[] | null;
  readonly masterData: MasterData | null;
  readonly participants: readonly ParticipantView[] | null;
  readonly handover: Handover | null;
  readonly tasks: readonly TaskView[] | null;
  readonly dutyPeriods: readonly DutyPeriodView[] | null;
  readonly consents: VisibleConsents;
  readonly gatheringRequests: readonly GatheringRequestView[];
  readonly existingPlans: readonly ExistingPlanView[];
  readonly meetings: readonly VisibleMeeting[];
  readonly sections: readonly SectionView[];
  readonly goals: readonly GoalView[] | null;
  readonly agreements: readonly AgreementView[];
  readonly keptShare: number | null;
  readonly versions: readonly VersionView[];
  readonly deliveries: readonly DeliveryView[];
  readonly followUp: FollowUpRhythm | null;
  readonly followUps: readonly FollowUpView[] | null;
  readonly citizenRequests: readonly CitizenRequestView[] | null;
  readonly documents: readonly VisibleDocument[];
}

/** One plan in all the parts that an actor may see. */
export function fullPlan(sight: PlanSight, view: PlanView): FullPlan {
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

function courseOf(sight: PlanSight, view: PlanView): Pick<FullPlan, CourseParts> {
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
    waitState: leads ? waitState : null,
    awaited: leads ? view.awaited.map(({ planId: _, organisationId: __, ...one }) => one) : null,
    masterData: masterDataOf(sight, view.plan),
    participants: sight.may('masterData') ? visibleParticipants(sight, view.participants) : null,
    handover: leads
      ? { coordinators: view.coordinatorPeriods, handovers: view.handovers, deputy: deputyIn(state) }
      : null,
    tasks: leads ? visibleTasks(sight, view.tasks) : null,
    dutyPeriods: leads ? view.dutyPeriods : null,
  };
}

function dutiesOf(sight: PlanSight, view: PlanView): Omit<FullPlan, CourseParts> {
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
    followUp: sight.may('followUp') ? followUpRhythm(view.plan.state) : null,
    followUps: sight.may('followUp') ? view.followUps : null,
    citizenRequests: sight.leads ? view.citizenRequests : null,
    documents: visibleDocuments(sight, view.documents),
  };
}
