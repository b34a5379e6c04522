import type { ContactBook } from '../../persistence/contact-details/contact-book.js';
import type { Queryable } from '../../persistence/queryable.js';
import { awaitedOf, type AwaitedView } from './awaited.read.js';
import { citizenRequestsOf, type CitizenRequestView } from './citizen-requests.read.js';
import {
  consentAttemptsOf,
  type ConsentAttemptView,
  consentsOf,
  type ConsentView,
  statutoryBasesOf,
  type StatutoryBasisView,
} from './consents.read.js';
import { deliveriesOf, type DeliveryView } from './deliveries.read.js';
import { type DocumentView, planDocuments } from './documents.read.js';
import {
  agreementsOf,
  type AgreementView,
  goalsOf,
  type GoalView,
  sectionsOf,
  type SectionView,
  versionsOf,
  type VersionView,
} from './drafting.read.js';
import { followUpsOf, type FollowUpView } from './follow-ups.read.js';
import {
  existingPlansOf,
  type ExistingPlanView,
  gatheringRequestsOf,
  type GatheringRequestView,
  overlapDecisionsOf,
  type OverlapDecisionView,
} from './gathering.read.js';
import {
  coordinatorPeriodsOf,
  type CoordinatorPeriodView,
  handoversOf,
  type HandoverView,
} from './handovers.read.js';
import { meetingsOf, type MeetingView } from './meetings.read.js';
import { type ParticipantRow, participantsOf } from './participants.read.js';
import { dutyPeriodsOf, type DutyPeriodView, planSnapshot, type PlanSnapshot } from './plan.read.js';
import { tasksOf, type TaskView } from './tasks.read.js';

/** Everything about one plan, in parts. Which part a reader may have is for the gate for disclosure to say. */
export interface PlanView {
  readonly plan: PlanSnapshot;
  readonly participants: readonly ParticipantRow[];
  readonly awaited: readonly AwaitedView[];
  readonly consents: readonly ConsentView[];
  readonly consentAttempts: readonly ConsentAttemptView[];
  readonly statutoryBases: readonly StatutoryBasisView[];
  readonly gatheringRequests: readonly GatheringRequestView[];
  readonly existingPlans: readonly ExistingPlanView[];
  readonly overlapDecisions: readonly OverlapDecisionView[];
  readonly documents: readonly DocumentView[];
  readonly meetings: readonly MeetingView[];
  readonly sections: readonly SectionView[];
  readonly goals: readonly GoalView[];
  readonly agreements: readonly AgreementView[];
  readonly versions: readonly VersionView[];
  readonly deliveries: readonly DeliveryView[];
  readonly followUps: readonly FollowUpView[];
  readonly citizenRequests: readonly CitizenRequestView[];
  readonly handovers: readonly HandoverView[];
  readonly coordinatorPeriods: readonly CoordinatorPeriodView[];
  readonly tasks: readonly TaskView[];
  readonly dutyPeriods: readonly DutyPeriodView[];
}

/** One plan with all its parts, over one source; null if there is none with this id. */
export async function planView(
  source: Queryable,
  contacts: ContactBook,
  planId: string,
): Promise<PlanView | null> {
  const plan = await planSnapshot(source, planId);
  if (plan === null) return null;
  return {
    plan,
    participants: await participantsOf(source, contacts, planId),
    awaited: await awaitedOf(source, planId),
    consents: await consentsOf(source, planId),
    consentAttempts: await consentAttemptsOf(source, planId),
    statutoryBases: await statutoryBasesOf(source, planId),
    gatheringRequests: await gatheringRequestsOf(source, planId),
    existingPlans: await existingPlansOf(source, planId),
    overlapDecisions: await overlapDecisionsOf(source, planId),
    documents: await planDocuments(source, planId),
    meetings: await meetingsOf(source, planId),
    sections: await sectionsOf(source, planId),
    goals: await goalsOf(source, planId),
    agreements: await agreementsOf(source, planId),
    versions: await versionsOf(source, planId),
    deliveries: await deliveriesOf(source, planId),
    followUps: await followUpsOf(source, planId),
    citizenRequests: await citizenRequestsOf(source, planId),
    handovers: await handoversOf(source, planId),
    coordinatorPeriods: await coordinatorPeriodsOf(source, planId),
    tasks: await tasksOf(source, planId),
    dutyPeriods: await dutyPeriodsOf(source, planId),
  };
}
