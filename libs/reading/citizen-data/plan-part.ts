import type { AuditEntry } from '../../audit/audit-entry.types.js';
import type { Instant } from '../../domain/calendar/index.js';
import type { NoticeKind, NoticeRecipient } from '../../domain/notice/notice.types.js';
import { required } from '../../domain/plan/errors.js';
import type { Queryable } from '../../persistence/queryable.js';
import type { Vault } from '../../persistence/vault.js';
import type { VersionContent } from '../../persistence/version-content.js';
import { auditRows, entryOf } from '../../record/read/audit.read.js';
import { versionContent } from '../../record/read/drafting.read.js';
import { LONGEST_PAGE } from '../../record/read/page.js';
import { planView } from '../../record/read/plan-view.js';
import { accessLogItems } from '../access-log.reading.js';
import { decidedOverlaps } from '../decided-overlaps.js';
import { fullPlan } from '../full-plan.js';
import type { PlanSight } from '../plan-sight.js';
import { visibleContent, visibleExistingPlans } from '../visible-parts.js';
import type { PlanData, SectionRevision, SentNotice, TimelineItem } from './citizen-data.types.js';
import { mentionedPeople } from './mentioned-people.js';

/** One plan in every part, as far as the sight reaches. @throws DomainError PLAN.NOT_FOUND */
export async function planData(source: Queryable, sight: PlanSight, vault: Vault): Promise<PlanData> {
  const { planId } = sight.state;
  const view = required(await planView(source, vault.contacts, planId), 'PLAN.NOT_FOUND');
  const plan = fullPlan(sight, view);
  const existingPlans = visibleExistingPlans(sight, view.existingPlans);
  const { overlaps, more } = decidedOverlaps(existingPlans, view.overlapDecisions);
  const told = {
    plan,
    sectionRevisions: await sectionRevisions(source, sight),
    versionContents: await versionContents(source, sight, plan.versions),
    overlaps,
    moreOverlaps: more,
    timeline: sight.whole ? await timeline(source, vault, planId) : [],
    notices: await notices(source, planId),
    accessLog: await accessLogItems(source, await entriesOf(source, planId)),
  };
  return { ...told, people: await mentionedPeople(source, told) };
}

async function sectionRevisions(source: Queryable, sight: PlanSight): Promise<SectionRevision[]> {
  const rows = await source.query<SectionRevision[]>(
    `SELECT section, revision, content, author_person_id AS "authorPersonId", at
     FROM section_revisions WHERE plan_id = $1 ORDER BY section, revision`,
    [sight.state.planId],
  );
  return rows.filter(({ section }) => sight.may(section));
}

async function versionContents(
  source: Queryable,
  sight: PlanSight,
  versions: readonly { readonly version: number }[],
): Promise<{ version: number; content: VersionContent }[]> {
  const contents: { version: number; content: VersionContent }[] = [];
  for (const { version } of versions) {
    const content = await versionContent(source, sight.state.planId, version);
    if (content !== null) contents.push({ version, content: visibleContent(sight, content) });
  }
  return contents;
}

async function timeline(source: Queryable, { events }: Vault, planId: string): Promise<TimelineItem[]> {
  const recorded = await events.read(source, planId);
  return recorded.map(({ event: { type, ...content }, ...row }) => ({ ...row, type, content }));
}

interface NoticeRow {
  readonly kind: NoticeKind;
  readonly recipient: NoticeRecipient;
  readonly status: string;
  readonly madeAt: Instant;
  readonly sentAt: Instant | null;
}

async function notices(source: Queryable, planId: string): Promise<SentNotice[]> {
  const rows = await source.query<NoticeRow[]>(
    `SELECT kind, recipient, status, created_at AS "madeAt", sent_at AS "sentAt"
     FROM notices WHERE plan_id = $1 ORDER BY created_at, id`,
    [planId],
  );
  return rows.map(({ recipient, ...row }) => ({
    ...row,
    recipient: recipient.kind,
    participantId: 'participantId' in recipient ? recipient.participantId : null,
  }));
}

/** Oldest first. */
async function entriesOf(source: Queryable, planId: string): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof auditRows>> = await auditRows(
      source,
      { planId },
      { cursor, limit: LONGEST_PAGE },
    );
    entries.push(...page.items.map(entryOf));
    cursor = page.next;
  } while (cursor !== null);
  return entries.reverse();
}
