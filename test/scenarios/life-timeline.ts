import { castTitle } from '../../apps/local/demonstration/cast.js';
import { EVENT_WORDS } from '../../libs/citizen-data/words/event-words.js';
import { STEP_WORDS } from '../../libs/citizen-data/words/step-words.js';
import { copenhagenDate, copenhagenTime, type Instant } from '../../libs/domain/calendar/index.js';
import type { StepName } from '../../libs/domain/deadline/awaited.types.js';
import type { EventType } from '../../libs/domain/plan/plan.types.js';
import type { Life } from './life.js';
import type { Asking, World } from './world.js';

/** An entry of a plan's timeline, as the API tells it. */
export interface TimelineEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly type: EventType;
  readonly actorPersonId: string | null;
  readonly subject: Readonly<Record<string, unknown>>;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

interface Participant {
  readonly participantId: string;
  readonly personId: string;
}

/** What has happened in a life, asked for as its citizen, who may see all of it. */
export interface LifeTimeline {
  readonly entries: readonly TimelineEntry[];
  /** Participant ids to names. */
  readonly names: Readonly<Record<string, string>>;
}

const LONGEST_PAGE = 100;

/** Asks the API for a life's timeline. */
export async function lifeTimeline(world: World, life: Life): Promise<LifeTimeline> {
  const ask = world.as(life.citizen, `${life.name} timeline`);
  const { items } = await ask<Page<Participant>>('GET', `plans/${life.planId}/participants`);
  const names = items.map(
    ({ participantId, personId }) => [participantId, castTitle(personId) ?? ''] as const,
  );
  return { entries: await allEntries(ask, life.planId), names: Object.fromEntries(names) };
}

async function allEntries(ask: Asking, planId: string): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page<TimelineEntry> = await ask(
      'GET',
      `plans/${planId}/timeline?limit=${LONGEST_PAGE}${from}`,
    );
    entries.push(...page.items);
    cursor = page.next;
  }
  return entries;
}

/** The timeline as lines that a person can read: when, who, what, whom it is about. */
export function timelineTable({ entries, names }: LifeTimeline): string[] {
  const rows = entries
    .filter(({ type }) => type !== 'noticeReported')
    .map((entry) => [
      `${copenhagenDate(entry.at)} ${copenhagenTime(entry.at)}`,
      entry.actorPersonId === null ? 'systemet' : (castTitle(entry.actorPersonId) ?? ''),
      whatHappened(entry),
      whomItIsAbout(entry, names),
    ]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function whatHappened({ type, subject }: TimelineEntry): string {
  if (type !== 'stepPerformed') return EVENT_WORDS[type];
  return STEP_WORDS[subject['step'] as StepName];
}

/** References of steps hold the participant's id between their colons. */
function whomItIsAbout({ subject }: TimelineEntry, names: LifeTimeline['names']): string {
  const { participantId, participantIds, ref, version, cycle } = subject;
  const several: readonly unknown[] = Array.isArray(participantIds) ? participantIds : [];
  const ids = [participantId, ...several, ...partsOf(ref)];
  const people = ids.flatMap((id) => (typeof id === 'string' && names[id] !== undefined ? [names[id]] : []));
  const numbers = [
    typeof version === 'number' ? `version ${version}` : '',
    typeof cycle === 'number' ? `opfølgning ${cycle}` : '',
  ];
  return [...new Set(people), ...numbers.filter((text) => text !== '')].join(', ');
}

function partsOf(ref: unknown): string[] {
  return typeof ref === 'string' ? ref.split(':') : [];
}
