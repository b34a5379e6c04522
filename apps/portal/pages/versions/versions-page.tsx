import type { VNode } from 'preact';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { PlanPart } from '../../../../libs/reading/plan-pages.reading.js';
import type { DeliveryView } from '../../../../libs/record/read/deliveries.read.js';
import type { VersionView } from '../../../../libs/record/read/drafting.read.js';
import type { Language } from '../../../../libs/contracts/problem.types.js';
import type { Visit } from '../../http/visit.js';
import { Facts } from '../../plan/facts.js';
import { PlanLayout } from '../../plan/plan-layout.js';
import { CODE_WORDS } from '../../words/code.words.js';
import { DATES } from '../../words/dates.js';
import { ownAnswer } from './own-answer.js';
import { VERSION_WORDS } from './versions.words.js';

interface PageParts {
  readonly visit: Visit;
  readonly shown: PlanPart<{
    readonly versions: readonly VersionView[];
    readonly deliveries: readonly DeliveryView[];
  }>;
}

/** The plan's versions, newest first. */
export function VersionsPage({ visit, shown }: PageParts): VNode {
  const { language } = visit;
  const { head, part } = shown;
  const words = VERSION_WORDS[language];
  return (
    <PlanLayout visit={visit} head={head} page="versions" title={words.title}>
      <p class="font-lead">{words.lead}</p>
      {part.versions.length === 0 ? <p>{words.none}</p> : null}
      <ul class="plan-list nobullet-list no-max-width">
        {part.versions.map((version) => (
          <li key={version.version} class="plan-card">
            <h2 class="h4">
              <a href={`/plans/${head.planId}/versions/${version.version}`}>
                {words.version(version.version)}
              </a>
            </h2>
            <Facts
              facts={[
                [words.status, versionStatus(language, version)],
                [words.yourAnswer, ownWords(language, head, version)],
                [words.sent, sentWords(language, head, version, part.deliveries)],
              ]}
            />
          </li>
        ))}
      </ul>
    </PlanLayout>
  );
}

/** Where a version stands, with its day. */
export function versionStatus(language: Language, { status, submittedAt, lockedAt }: VersionView): string {
  const words = VERSION_WORDS[language];
  const dates = DATES[language];
  const name = CODE_WORDS[language].versionStatuses[status];
  const when =
    lockedAt === null ? words.submitted(dates.day(submittedAt)) : words.locked(dates.day(lockedAt));
  return `${name}. ${when}`;
}

function ownWords(language: Language, head: PlanHead, version: VersionView): string | null {
  const own = ownAnswer(head, version);
  if (own === null) return null;
  if (own.answer !== null) return CODE_WORDS[language].approvalAnswers[own.answer];
  return version.status === 'submitted' ? VERSION_WORDS[language].notAnswered : null;
}

function sentWords(
  language: Language,
  head: PlanHead,
  { version }: VersionView,
  deliveries: readonly DeliveryView[],
): string | null {
  const own = deliveries.find((one) => one.version === version && head.own.includes(one.participantId));
  if (own === undefined) return null;
  return `${CODE_WORDS[language].deliveryStatuses[own.status]}, ${DATES[language].day(own.since)}`;
}
