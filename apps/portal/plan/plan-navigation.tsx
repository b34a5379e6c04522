import type { VNode } from 'preact';
import type { PlanOperation } from '../../../libs/domain/access/operation-rules.js';
import { PARTY_ROLES } from '../../../libs/domain/participants/participant.types.js';
import type { PlanHead } from '../../../libs/reading/plan-head.js';
import type { Worded } from '../layout/frame.js';
import { PLAN_WORDS } from './plan.words.js';

interface PlanPage {
  /** The end of its address. */
  readonly path: string;
  /** What is done by opening it. */
  readonly operation: PlanOperation;
}

/** The pages of a plan. */
const PAGES = {
  plan: { path: '', operation: 'getPlan' },
  meetings: { path: '/meetings', operation: 'listMeetings' },
  versions: { path: '/versions', operation: 'listVersions' },
  agreements: { path: '/agreements', operation: 'listAgreements' },
  gathering: { path: '/gathering', operation: 'listGatheringRequests' },
  consents: { path: '/consents', operation: 'listConsents' },
  requests: { path: '/requests', operation: 'listCitizenRequests' },
  tasks: { path: '/tasks', operation: 'listTasks' },
  accessLog: { path: '/access-log', operation: 'getAccessLog' },
} as const satisfies Readonly<Record<string, PlanPage>>;
export type PlanPageName = keyof typeof PAGES;

/** Whether a page has anything for the reader. What is refused is refused by the rules, not by a link that is not there. */
const HAS_SOMETHING: Readonly<Record<PlanPageName, (head: PlanHead) => boolean>> = {
  plan: () => true,
  meetings: () => true,
  versions: () => true,
  agreements: () => true,
  consents: () => true,
  gathering: (head) => head.whole || isParty(head),
  requests: ({ leads }) => leads,
  tasks: ({ roles }) => roles.some((role) => ['coordinator', 'deputy', 'teamLeader'].includes(role)),
  accessLog: ({ roles }) => roles.some((role) => role === 'citizen' || role === 'custodyHolder'),
};

function isParty({ own, participants }: PlanHead): boolean {
  return participants.some(
    ({ participantId, role }) => own.includes(participantId) && PARTY_ROLES.includes(role),
  );
}

/** The links to the plan's pages, as links and not as tabs: each is a page. */
export function PlanNavigation({ language, head, page }: NavigationParts): VNode {
  const words = PLAN_WORDS[language];
  const names = (Object.keys(PAGES) as PlanPageName[]).filter(
    (name) => HAS_SOMETHING[name](head) && head.permits(PAGES[name].operation),
  );
  return (
    <nav class="plan-navigation" aria-label={words.pages}>
      <ul class="no-max-width">
        {names.map((name) => (
          <li key={name}>
            <a
              href={`/plans/${head.planId}${PAGES[name].path}`}
              aria-current={name === page ? 'page' : undefined}
            >
              {words.nav[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface NavigationParts extends Worded {
  readonly head: PlanHead;
  readonly page: PlanPageName;
}
