import type { AwaitedKind } from '../../../libs/domain/deadline/awaited.types.js';
import type { MyAwaited } from '../../../libs/reading/my-work.reading.js';

/** The page of the plan on which each thing is done that somebody may owe; the plan itself where there is no other. */
const PAGES: Readonly<Partial<Record<AwaitedKind, string>>> = {
  consentDecision: '/consents',
  consentConfirmation: '/consents',
  consentRenewal: '/consents',
  gatheringRequest: '/gathering',
  gatheringAnswer: '/gathering',
  firstMeeting: '/meetings',
  meetingToFix: '/meetings',
  followUpMeeting: '/meetings',
  draftApproval: '/versions',
  agreementOutcome: '/agreements',
  deliveryMade: '/versions',
  citizenRequest: '/requests',
  task: '/tasks',
};

/** Kinds whose reference names a meeting after the kind. */
const OF_A_MEETING: readonly AwaitedKind[] = ['proposalAnswer', 'invitationResponse', 'meetingRecord'];

/** Where somebody does what is awaited of them. */
export function awaitedLink({ planId, kind, ref }: MyAwaited): string {
  const plan = `/plans/${planId}`;
  if (OF_A_MEETING.includes(kind)) return `${plan}/meetings/${encodeURIComponent(ref.split(':')[1] ?? '')}`;
  if (kind === 'draftApproval') return `${plan}/versions/${encodeURIComponent(ref.split(':')[1] ?? '')}`;
  return `${plan}${PAGES[kind] ?? ''}`;
}
