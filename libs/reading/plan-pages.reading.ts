import type { AuditEntry } from '../audit/audit-entry.types.js';
import type { GrantedKind } from '../domain/consent/consent.types.js';
import { withdrawalEffects, type WithdrawalEffects } from '../domain/consent/withdrawal-effects.js';
import { type EndEffects, endEffects } from '../domain/plan/end-effects.js';
import { required } from '../domain/plan/errors.js';
import type { Queryable } from '../persistence/queryable.js';
import type { Vault } from '../persistence/vault.js';
import type { VersionContent } from '../persistence/version-content.js';
import { auditRows, entryOf } from '../record/read/audit.read.js';
import { citizenRequestsOf, type CitizenRequestView } from '../record/read/citizen-requests.read.js';
import { consentAttemptsOf, consentsOf, statutoryBasesOf } from '../record/read/consents.read.js';
import { deliveriesOf, type DeliveryView, sentTo, type SentView } from '../record/read/deliveries.read.js';
import {
  agreementsOf,
  type AgreementView,
  versionContent,
  versionsOf,
  type VersionView,
} from '../record/read/drafting.read.js';
import { planDocuments } from '../record/read/documents.read.js';
import {
  existingPlansOf,
  type ExistingPlanView,
  gatheringRequestsOf,
  type GatheringRequestView,
} from '../record/read/gathering.read.js';
import { meetingsOf } from '../record/read/meetings.read.js';
import type { Page, PageRequest } from '../record/read/page.js';
import { planView } from '../record/read/plan-view.js';
import { tasksOf, type TaskView } from '../record/read/tasks.read.js';
import { type AccessLogItem, accessLogItems } from './access-log.reading.js';
import { type FullPlan, fullPlan } from './full-plan.js';
import type { MyAwaited } from './my-work.reading.js';
import { planHead, type PlanHead } from './plan-head.js';
import type { PlanReader } from './plan-reader.js';
import type { PlanSight } from './plan-sight.js';
import type { Viewer } from './viewer.js';
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
  visibleTasks,
  visibleVersions,
} from './visible-parts.js';

/** One page of a plan: its head, and the part that the page is about. */
export interface PlanPart<T> {
  readonly head: PlanHead;
  readonly part: T;
}

/** The plan with all its parts, and what it waits for from the reader. */
export interface PlanOverview {
  readonly plan: FullPlan;
  readonly awaited: readonly MyAwaited[];
}

/** What a withdrawal comes to, in the words of the plan. */
export interface PreviewedWithdrawal {
  readonly effects: WithdrawalEffects;
  readonly received: readonly SentView[];
  readonly meetings: readonly VisibleMeeting[];
  readonly agreements: readonly AgreementView[];
}

/** One version with its content, and how it came to the reader. */
export interface ReadVersion {
  readonly version: VersionView;
  readonly content: VersionContent;
  readonly deliveries: readonly DeliveryView[];
}

/** Who had to do with the plan, and on what it rested that they might. */
export interface AccessLogLine extends AccessLogItem {
  /** By role, or as the gate for disclosure gave them; each once. */
  readonly reasons: readonly string[];
}

/** What was asked of parties, and what came. */
export interface Gathered {
  readonly requests: readonly GatheringRequestView[];
  readonly existingPlans: readonly ExistingPlanView[];
  readonly documents: readonly VisibleDocument[];
}

/**
 * What the pages of a plan tell. Each page is one read at one moment, so that it stands on the audit once, as what somebody
 * did. Every reading throws PLAN.NOT_FOUND and ACTOR.NOT_PERMITTED as `PlanReader.read` does.
 */
export class PlanPagesReading {
  constructor(private readonly reader: PlanReader) {}

  plan(viewer: Viewer<'getPlan'>, planId: string): Promise<PlanPart<PlanOverview>> {
    return this.#page(viewer, planId, async (source, sight, { contacts }) => {
      const view = required(await planView(source, contacts, planId), 'PLAN.NOT_FOUND');
      const { personId, organisationId } = viewer.actor;
      const standsIn = sight.roles.includes('deputy');
      const leadsParty = sight.roles.includes('partyLeader');
      const awaited = view.awaited
        .filter(
          (one) =>
            one.personId === personId ||
            (standsIn && one.fromKind === 'coordinator') ||
            (leadsParty && one.fromKind === 'organisation' && one.organisationId === organisationId),
        )
        .map(({ personId: _, organisationId: __, ...one }) => one);
      return { plan: fullPlan(sight, view), awaited };
    });
  }

  consents(viewer: Viewer<'listConsents'>, planId: string): Promise<PlanPart<VisibleConsents>> {
    return this.#page(viewer, planId, async (source, sight) =>
      visibleConsents(
        sight,
        await consentsOf(source, planId),
        await consentAttemptsOf(source, planId),
        await statutoryBasesOf(source, planId),
      ),
    );
  }

  /**
   * What would follow from withdrawing a participant's consent, or from narrowing it to `keep`.
   * @throws DomainError as the withdrawal itself would
   */
  withdrawal(
    viewer: Viewer<'getWithdrawalEffects'>,
    planId: string,
    participantId: string,
    keep: readonly GrantedKind[] | null,
  ): Promise<PlanPart<PreviewedWithdrawal>> {
    return this.#page(viewer, planId, async (source, sight) => ({
      effects: withdrawalEffects(sight.state, participantId, keep, { actor: viewer.actor, at: sight.at }),
      received: await sentTo(source, planId, participantId),
      meetings: visibleMeetings(sight, await meetingsOf(source, planId)),
      agreements: await agreementsOf(source, planId),
    }));
  }

  /**
   * What would follow from the citizen's ending the course, with what names it needs.
   * @throws DomainError as the ending itself would
   */
  ending(viewer: Viewer<'getEndEffects'>, planId: string): Promise<PlanPart<PreviewedEnding>> {
    const command = { type: 'withdrawFromCourse', words: null } as const;
    return this.#page(viewer, planId, async (source, sight) => ({
      effects: endEffects(sight.state, command, { actor: viewer.actor, at: sight.at }),
      meetings: visibleMeetings(sight, await meetingsOf(source, planId)),
    }));
  }

  /** Newest first. @throws InvalidCursor */
  accessLog(
    viewer: Viewer<'getAccessLog'>,
    planId: string,
    page: PageRequest,
  ): Promise<PlanPart<Page<AccessLogLine>>> {
    return this.#page(viewer, planId, async (source) => {
      const { items, next } = await auditRows(source, { planId }, page);
      const entries = items.map(entryOf);
      const told = await accessLogItems(source, entries);
      const lines = told.map((item, index) => ({ ...item, reasons: reasonsOf(entries[index]) }));
      return { items: lines, next };
    });
  }

  versions(
    viewer: Viewer<'listVersions'>,
    planId: string,
  ): Promise<PlanPart<{ versions: readonly VersionView[]; deliveries: readonly DeliveryView[] }>> {
    return this.#page(viewer, planId, async (source, sight) => ({
      versions: visibleVersions(sight, await versionsOf(source, planId)),
      deliveries: ownOr(sight, sight.whole, await deliveriesOf(source, planId)),
    }));
  }

  /** @throws DomainError VERSION.NOT_FOUND */
  version(viewer: Viewer<'getVersion'>, planId: string, number: number): Promise<PlanPart<ReadVersion>> {
    return this.#page(viewer, planId, async (source, sight) => {
      const given = { field: 'version' };
      const version = visibleVersions(sight, await versionsOf(source, planId)).find(
        (one) => one.version === number,
      );
      const content = required(await versionContent(source, planId, number), 'VERSION.NOT_FOUND', given);
      const deliveries = ownOr(sight, sight.whole, await deliveriesOf(source, planId));
      return {
        version: required(version, 'VERSION.NOT_FOUND', given),
        content: visibleContent(sight, content),
        deliveries: deliveries.filter((one) => one.version === number),
      };
    });
  }

  agreements(viewer: Viewer<'listAgreements'>, planId: string): Promise<PlanPart<readonly AgreementView[]>> {
    return this.#page(viewer, planId, async (source, sight) =>
      visibleAgreements(sight, await agreementsOf(source, planId)),
    );
  }

  meetings(viewer: Viewer<'listMeetings'>, planId: string): Promise<PlanPart<readonly VisibleMeeting[]>> {
    return this.#page(viewer, planId, async (source, sight) => {
      sight.may('course');
      return visibleMeetings(sight, await meetingsOf(source, planId));
    });
  }

  gathering(viewer: Viewer<'listGatheringRequests'>, planId: string): Promise<PlanPart<Gathered>> {
    return this.#page(viewer, planId, async (source, sight) => ({
      requests: ownOr(sight, sight.whole, await gatheringRequestsOf(source, planId)),
      existingPlans: visibleExistingPlans(sight, await existingPlansOf(source, planId)),
      documents: visibleDocuments(sight, await planDocuments(source, planId)),
    }));
  }

  requests(
    viewer: Viewer<'listCitizenRequests'>,
    planId: string,
  ): Promise<PlanPart<readonly CitizenRequestView[]>> {
    return this.#page(viewer, planId, (source) => citizenRequestsOf(source, planId));
  }

  tasks(viewer: Viewer<'listTasks'>, planId: string): Promise<PlanPart<readonly TaskView[]>> {
    return this.#page(viewer, planId, async (source, sight) =>
      visibleTasks(sight, await tasksOf(source, planId)),
    );
  }

  #page<T>(
    viewer: Viewer<PlanPageOperation>,
    planId: string,
    read: (source: Queryable, sight: PlanSight, vault: Vault) => Promise<T>,
  ): Promise<PlanPart<T>> {
    return this.reader.read(viewer, planId, async (source, sight, vault) => {
      const part = await read(source, sight, vault);
      return { part, head: await planHead(source, sight, vault, viewer.actor, part) };
    });
  }
}

/** Reasons without what exactly they rest on. */
function reasonsOf(entry: AuditEntry | undefined): string[] {
  const reasons = Object.values(entry?.disclosed ?? {}).map((words) => words.split(/[: ]/, 1)[0] ?? '');
  return [...new Set(reasons)].sort();
}

/** What would follow from an ending. */
export interface PreviewedEnding {
  readonly effects: EndEffects;
  readonly meetings: readonly VisibleMeeting[];
}

type PlanPageOperation =
  | 'getPlan'
  | 'getEndEffects'
  | 'listConsents'
  | 'getWithdrawalEffects'
  | 'getAccessLog'
  | 'listVersions'
  | 'getVersion'
  | 'listAgreements'
  | 'listMeetings'
  | 'listGatheringRequests'
  | 'listCitizenRequests'
  | 'listTasks';
