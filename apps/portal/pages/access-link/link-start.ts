import type { LinkedTo, LinkPurpose } from '../../../../libs/domain/access/access-link.types.js';

/** Where a link is entered. */
export const LINK_ENTRY = '/access-link';

/** Where somebody begins who came by a link. */
export const LINK_START = '/access-link/opened';

/** The page of the plan that a purpose is about. */
const PAGES: Readonly<Record<LinkPurpose, string>> = {
  readPlan: '',
  answerGathering: '/gathering',
  answerMeeting: '/meetings',
  answerDraft: '/versions',
  reportAgreement: '/agreements',
};

/** The page to which a link is meant to lead. */
export function pageOfLink({ planId, purpose }: LinkedTo): string {
  return `/plans/${planId}${PAGES[purpose]}`;
}
