import type { VNode } from 'preact';
import { operationWords } from '../../../../libs/citizen-data/words/operation-words.js';
import { type GrantedKind, INFORMATION_KINDS } from '../../../../libs/domain/consent/consent.types.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { AccessLogLine, PlanPart } from '../../../../libs/reading/plan-pages.reading.js';
import type { Page } from '../../../../libs/record/read/page.js';
import type { Visit } from '../../http/visit.js';
import type { Worded } from '../../layout/frame.js';
import { Facts } from '../../plan/facts.js';
import { Names } from '../../plan/names.js';
import { Paging } from '../../plan/paging.js';
import { PlanLayout } from '../../plan/plan-layout.js';
import { DATES } from '../../words/dates.js';
import { ACCESS_LOG_WORDS } from './access-log.words.js';

interface PageParts {
  readonly visit: Visit;
  readonly shown: PlanPart<Page<AccessLogLine>>;
  /** Whether this is not the first part of the log. */
  readonly later: boolean;
}

/** Who had to do with the plan, in plain words, newest first. */
export function AccessLogPage({ visit, shown, later }: PageParts): VNode {
  const { language } = visit;
  const { head, part } = shown;
  const words = ACCESS_LOG_WORDS[language];
  return (
    <PlanLayout visit={visit} head={head} page="accessLog" title={words.title}>
      <p class="font-lead">{words.lead}</p>
      {part.items.length === 0 ? <p>{words.none}</p> : null}
      <ol class="access-log nobullet-list no-max-width">
        {part.items.map((line, index) => (
          <LogLine key={index} language={language} head={head} line={line} />
        ))}
      </ol>
      <Paging
        language={language}
        address={`/plans/${head.planId}/access-log`}
        later={later}
        next={part.next}
      />
    </PlanLayout>
  );
}

interface LineParts extends Worded {
  readonly head: PlanHead;
  readonly line: AccessLogLine;
}

function LogLine({ language, head, line }: LineParts): VNode {
  const words = ACCESS_LOG_WORDS[language];
  const { at, actorKind, operation, allowed, inList, roles, reasons } = line;
  const why = reasons.length > 0 ? reasons : roles;
  return (
    <li>
      <p class="access-log-when">
        <time dateTime={at}>{DATES[language].moment(at)}</time>
        <span class={badgeOf(line)}>{words[howOf(line)]}</span>
      </p>
      <p>
        {actorKind === 'process' ? null : <strong>{whoOf(line, language)}: </strong>}
        {operationWords(operation, language)}
      </p>
      {allowed ? null : <p>{words.refusedText}</p>}
      {inList ? <p>{words.inListText}</p> : null}
      <Facts
        facts={[
          [words.why, allowed && !inList ? whyOf(why, language) : null],
          [words.saw, howOf(line) === 'looked' ? sawOf(line, head, language) : null],
        ]}
      />
    </li>
  );
}

function whoOf({ actorKind, name, organisationName }: AccessLogLine, language: Worded['language']): string {
  const words = ACCESS_LOG_WORDS[language];
  if (actorKind === 'client') return words.client;
  if (name === null) return words.protectedName;
  return organisationName === null ? name : `${name}, ${organisationName}`;
}

function howOf({ allowed, changed, inList }: AccessLogLine): 'refused' | 'changed' | 'inList' | 'looked' {
  if (!allowed) return 'refused';
  if (changed) return 'changed';
  return inList ? 'inList' : 'looked';
}

function badgeOf({ allowed, changed }: AccessLogLine): string {
  if (!allowed) return 'badge badge-warning';
  return changed ? 'badge badge-success' : 'badge badge-info';
}

function whyOf(reasons: readonly string[], language: Worded['language']): string {
  const { reasons: words } = ACCESS_LOG_WORDS[language];
  return [...new Set(reasons.flatMap((reason) => words[reason] ?? []))].join('; ');
}

/** The kinds of information, as the consents call them; how the plan is coordinated, and the person's own, have no consent. */
function sawOf({ kinds }: AccessLogLine, head: PlanHead, language: Worded['language']): string {
  const words = ACCESS_LOG_WORDS[language];
  const names = new Names(head, language);
  const told = kinds.flatMap((kind) => {
    if (kind === 'coordination') return words.coordination;
    if (kind === 'own') return words.own;
    if (kind.startsWith('letter:')) return words.letterTo(names.participant(kind.split(':')[1] ?? ''));
    return isKind(kind) ? names.kind(kind).replace(/^./, (first) => first.toLowerCase()) : [];
  });
  return [...new Set(told)].join('; ');
}

function isKind(kind: string): kind is GrantedKind {
  return kind.startsWith('existingPlans:') || INFORMATION_KINDS.some((one) => one === kind);
}
