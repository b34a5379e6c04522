import type { PlanOperation } from '../domain/access/operation-rules.js';
import type { GrantedKind } from '../domain/consent/consent.types.js';
import { withdrawalEffects, type WithdrawalEffects } from '../domain/consent/withdrawal-effects.js';
import { type EndCommand, type EndEffects, endEffects } from '../domain/plan/end-effects.js';
import { ensure, required } from '../domain/plan/errors.js';
import type { Policy } from '../domain/plan/policy.types.js';
import type { WrittenSection } from '../domain/drafting/drafting.types.js';
import type { VersionContent } from '../persistence/version-content.js';
import type { GivenLink } from '../access-links/access-link-rows.js';
import { accessLinksOf } from '../record/read/access-links.read.js';
import { citizenRequestsOf, type CitizenRequestView } from '../record/read/citizen-requests.read.js';
import { consentAttemptsOf, consentsOf, statutoryBasesOf } from '../record/read/consents.read.js';
import { deliveriesOf, type DeliveryView, sentTo, type SentView } from '../record/read/deliveries.read.js';
import { documentWithContent, planDocuments } from '../record/read/documents.read.js';
import {
  agreementsOf,
  type AgreementView,
  goalsOf,
  type GoalView,
  sectionsOf,
  type SectionView,
  versionContent,
  versionsOf,
  type VersionView,
} from '../record/read/drafting.read.js';
import {
  type FollowUpRhythm,
  followUpRhythm,
  followUpsOf,
  type FollowUpView,
} from '../record/read/follow-ups.read.js';
import {
  existingPlansOf,
  type ExistingPlanView,
  gatheringRequestsOf,
  type GatheringRequestView,
  overlapDecisionsOf,
} from '../record/read/gathering.read.js';
import { coordinatorPeriodsOf, handoversOf } from '../record/read/handovers.read.js';
import { meetingsOf } from '../record/read/meetings.read.js';
import type { Page, PageRequest } from '../record/read/page.js';
import { participantsOf, type ParticipantView } from '../record/read/participants.read.js';
import { planView } from '../record/read/plan-view.js';
import { tasksOf, type TaskView } from '../record/read/tasks.read.js';
import { planTimeline, type TimelineEntry } from '../record/read/timeline.read.js';
import { type DecidedOverlaps, decidedOverlaps } from './decided-overlaps.js';
import { deputyIn, type FullPlan, fullPlan, type Handover } from './full-plan.js';
import type { PlanReader } from './plan-reader.js';
import type { Viewer } from './viewer.js';
import { type WaitingMatter, waitingMatters } from './waiting-matters.js';
import {
  ownOr,
  visibleAgreements,
  type VisibleConsents,
  visibleConsents,
  visibleContent,
  type VisibleDocument,
  visibleDocuments,
  visibleExistingPlans,
  type VisibleMeeting,
  visibleMeetings,
  visibleParticipants,
  visibleTasks,
  visibleVersions,
} from './visible-parts.js';

type PlanViewer = Viewer<PlanOperation>;

/** What a withdrawal comes to, and which versions the recipient has been sent already. */
export interface Withdrawal extends WithdrawalEffects {
  readonly received: readonly SentView[];
}

/**
 * Everything of one plan that can be read, each as far as the viewer may see it; for the API and the pages alike. Every
 * reading throws PLAN.NOT_FOUND and ACTOR.NOT_PERMITTED as `PlanReader.read` does.
 */
export class PlanReadings {
  constructor(private readonly reader: PlanReader) {}

  /** The plan with all its parts. */
  plan(viewer: PlanViewer, planId: string): Promise<FullPlan> {
    return this.reader.read(viewer, planId, async (source, sight, { contacts }) => {
      const view = required(await planView(source, contacts, planId), 'PLAN.NOT_FOUND');
      return fullPlan(sight, view);
    });
  }

  /** What happened, without what was written or said. @throws InvalidCursor */
  timeline(viewer: PlanViewer, planId: string, page: PageRequest): Promise<Page<TimelineEntry>> {
    return this.reader.read(viewer, planId, (source, _sight, { events }) =>
      planTimeline(source, events, planId, page),
    );
  }

  /** The policy that the plan was given. */
  policy(viewer: PlanViewer, planId: string): Promise<Policy> {
    return this.reader.read(viewer, planId, (_source, { state }) => Promise.resolve(state.policy));
  }

  /** What waits for a second person, oldest first. */
  confirmations(viewer: PlanViewer, planId: string): Promise<WaitingMatter[]> {
    return this.reader.read(viewer, planId, (_source, { state }) => Promise.resolve(waitingMatters(state)));
  }

  participants(viewer: PlanViewer, planId: string): Promise<ParticipantView[]> {
    return this.reader.read(viewer, planId, async (source, sight, { contacts }) => {
      sight.may('masterData');
      return visibleParticipants(sight, await participantsOf(source, contacts, planId));
    });
  }

  /**
   * What would follow from withdrawing a participant's consent or narrowing it to `keep`, and what has gone to them.
   * @throws DomainError as the withdrawal itself would
   */
  withdrawal(
    viewer: PlanViewer,
    planId: string,
    participantId: string,
    keep: readonly GrantedKind[] | null,
  ): Promise<Withdrawal> {
    return this.reader.read(viewer, planId, async (source, { state, at }) => ({
      ...withdrawalEffects(state, participantId, keep, { actor: viewer.actor, at }),
      received: await sentTo(source, planId, participantId),
    }));
  }

  /**
   * What would follow from ending the course.
   * @throws DomainError as the ending itself would
   */
  endEffects(viewer: PlanViewer, planId: string, command: EndCommand): Promise<EndEffects> {
    return this.reader.read(viewer, planId, (_source, { state, at }) =>
      Promise.resolve(endEffects(state, command, { actor: viewer.actor, at })),
    );
  }

  /** The access links that were given, newest first. */
  accessLinks(viewer: PlanViewer, planId: string): Promise<GivenLink[]> {
    return this.reader.read(viewer, planId, async (source, sight) =>
      sight.whole ? accessLinksOf(source, planId) : [],
    );
  }

  consents(viewer: PlanViewer, planId: string): Promise<VisibleConsents> {
    return this.reader.read(viewer, planId, async (source, sight) =>
      visibleConsents(
        sight,
        await consentsOf(source, planId),
        await consentAttemptsOf(source, planId),
        await statutoryBasesOf(source, planId),
      ),
    );
  }

  gatheringRequests(viewer: PlanViewer, planId: string): Promise<GatheringRequestView[]> {
    return this.reader.read(viewer, planId, async (source, sight) =>
      ownOr(sight, sight.whole, await gatheringRequestsOf(source, planId)),
    );
  }

  existingPlans(viewer: PlanViewer, planId: string): Promise<ExistingPlanView[]> {
    return this.reader.read(viewer, planId, async (source, sight) =>
      visibleExistingPlans(sight, await existingPlansOf(source, planId)),
    );
  }

  /** Where existing plans overlap, with what people decided about it. */
  overlaps(viewer: PlanViewer, planId: string): Promise<DecidedOverlaps> {
    return this.reader.read(viewer, planId, async (source, sight) => {
      sight.may('existingPlans');
      return decidedOverlaps(await existingPlansOf(source, planId), await overlapDecisionsOf(source, planId));
    });
  }

  meetings(viewer: PlanViewer, planId: string): Promise<VisibleMeeting[]> {
    return this.reader.read(viewer, planId, async (source, sight) => {
      sight.may('course');
      return visibleMeetings(sight, await meetingsOf(source, planId));
    });
  }

  /** The newest revision of each section that has been written. */
  sections(viewer: PlanViewer, planId: string): Promise<SectionView[]> {
    return this.reader.read(viewer, planId, async (source, sight) =>
      (await sectionsOf(source, planId)).filter(({ section }) => sight.may(section)),
    );
  }

  /** One section; null for one that nobody has written yet. */
  section(viewer: PlanViewer, planId: string, section: WrittenSection): Promise<SectionView | null> {
    return this.reader.read(viewer, planId, async (source, sight) => {
      ensure(sight.may(section), 'ACTOR.NOT_PERMITTED');
      return (await sectionsOf(source, planId)).find((one) => one.section === section) ?? null;
    });
  }

  goals(viewer: PlanViewer, planId: string): Promise<GoalView[]> {
    return this.reader.read(viewer, planId, (source, sight) => {
      sight.may('goals');
      return goalsOf(source, planId);
    });
  }

  agreements(viewer: PlanViewer, planId: string): Promise<AgreementView[]> {
    return this.reader.read(viewer, planId, async (source, sight) =>
      visibleAgreements(sight, await agreementsOf(source, planId)),
    );
  }

  versions(viewer: PlanViewer, planId: string): Promise<VersionView[]> {
    return this.reader.read(viewer, planId, async (source, sight) =>
      visibleVersions(sight, await versionsOf(source, planId)),
    );
  }

  /** What a version consists of. @throws DomainError VERSION.NOT_FOUND */
  version(viewer: PlanViewer, planId: string, version: number): Promise<VersionContent> {
    return this.reader.read(viewer, planId, async (source, sight) => {
      const content = await versionContent(source, planId, version);
      return visibleContent(sight, required(content, 'VERSION.NOT_FOUND', { field: 'version' }));
    });
  }

  deliveries(viewer: PlanViewer, planId: string): Promise<DeliveryView[]> {
    return this.reader.read(viewer, planId, async (source, sight) =>
      ownOr(sight, sight.whole, await deliveriesOf(source, planId)),
    );
  }

  followUps(
    viewer: PlanViewer,
    planId: string,
  ): Promise<FollowUpRhythm & { readonly items: readonly FollowUpView[] }> {
    return this.reader.read(viewer, planId, async (source, sight) => {
      sight.may('followUp');
      return { ...followUpRhythm(sight.state), items: await followUpsOf(source, planId) };
    });
  }

  citizenRequests(viewer: PlanViewer, planId: string): Promise<CitizenRequestView[]> {
    return this.reader.read(viewer, planId, (source) => citizenRequestsOf(source, planId));
  }

  handover(viewer: PlanViewer, planId: string): Promise<Handover> {
    return this.reader.read(viewer, planId, async (source, { state }) => ({
      coordinators: await coordinatorPeriodsOf(source, planId),
      handovers: await handoversOf(source, planId),
      deputy: deputyIn(state),
    }));
  }

  tasks(viewer: PlanViewer, planId: string): Promise<TaskView[]> {
    return this.reader.read(viewer, planId, async (source, sight) =>
      visibleTasks(sight, await tasksOf(source, planId)),
    );
  }

  documents(viewer: PlanViewer, planId: string): Promise<VisibleDocument[]> {
    return this.reader.read(viewer, planId, async (source, sight) =>
      visibleDocuments(sight, await planDocuments(source, planId)),
    );
  }

  /** A document with its content; null for one that is not there or that the viewer may not see. */
  document(
    viewer: PlanViewer,
    planId: string,
    documentId: string,
  ): Promise<(VisibleDocument & { readonly content: Buffer }) | null> {
    return this.reader.read(viewer, planId, async (source, sight, { keys }) => {
      const found = await documentWithContent(source, keys, planId, documentId);
      const [visible] = found === null ? [] : visibleDocuments(sight, [found]);
      return found === null || visible === undefined ? null : { ...visible, content: found.content };
    });
  }
}
