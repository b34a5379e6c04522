import { copenhagenDate, copenhagenTime, type Instant, type LocalDate } from '../calendar/index.js';
import { lastDayOf } from '../deadline/period.js';
import type { AwaitedKind, DueStep, StepName } from '../deadline/awaited.types.js';
import type { Phase } from './plan.types.js';
import type { WaitingOn } from './wait-state.types.js';

const AWAITED_WORDS: Readonly<Record<AwaitedKind, string>> = {
  citizenAnswer: 'svar på om borgeren ønsker forløbet',
  consentDecision: 'afklaring af samtykke',
  consentConfirmation: 'bekræftelse af foreløbigt samtykke',
  confirmation: 'at en anden person bekræfter det, der er noteret',
  consentRenewal: 'fornyelse af samtykke',
  gatheringRequest: 'at parterne spørges om deres planer',
  gatheringAnswer: 'svar på afdækning',
  firstMeeting: 'indkaldelse til indsatsplansmøde',
  proposalAnswer: 'svar på mødetidspunkter',
  meetingToFix: 'valg af mødetidspunkt',
  invitationResponse: 'svar på mødeindkaldelse',
  meetingRecord: 'fremmøde og referat',
  draftSubmission: 'at kladden sendes til godkendelse',
  draftApproval: 'godkendelse af planen',
  deliveryMade: 'udsendelse af planen som brev eller ved overlevering',
  agreementOutcome: 'at en aftale holdes',
  followUpMeeting: 'indkaldelse til opfølgning',
  goalStatus: 'status på mål',
  followUpClosing: 'afslutning af opfølgningen',
  citizenRequest: 'svar på borgerens ønske',
  handoverAnswer: 'svar på overdragelse',
  coordinatorNamed: 'at en koordinator udpeges',
  representativeNamed: 'at en kollega udpeges i stedet for den, der er rejst,',
  holdReview: 'at pausen vurderes igen',
  task: 'en opgave hos koordinator',
};

const ROLE_WORDS: Readonly<Record<WaitingOn, string>> = {
  citizen: 'borgeren',
  custodyHolder: 'forældremyndighedsindehaver',
  regionalPsychiatry: 'regionspsykiatrien',
  municipality: 'kommunen',
  socialPsychiatry: 'socialpsykiatrien',
  housingSupport: 'bostøtten',
  substanceTreatment: 'rusmiddelbehandlingen',
  jobCentre: 'jobcentret',
  gp: 'praktiserende læge',
  probation: 'kriminalforsorgen',
  school: 'skolen',
  educationalPsychology: 'PPR',
  otherAuthority: 'anden myndighed',
  relative: 'pårørende',
  laySupporter: 'bisidder',
  guardian: 'værge',
  coordinator: 'koordinator',
  successor: 'den foreslåede efterfølger',
  teamLeader: 'teamleder',
};

const STEP_WORDS: Readonly<Record<'remind' | 'escalate' | 'other', string>> = {
  remind: 'påmindelse',
  escalate: 'besked til den, der kan gøre noget',
  other: 'næste trin',
};

interface SummarisedAwait {
  readonly kind: AwaitedKind;
  readonly role: WaitingOn;
  readonly since: Instant;
  readonly deadline: Instant;
}

/**
 * On whom the plan waits, since when and what comes next, for an administrator: roles and dates, no person.
 * @param awaits most urgent first
 */
export function summaryOf(
  phase: Phase,
  awaits: readonly SummarisedAwait[],
  next: DueStep | null,
  at: Instant,
): string {
  if (phase === 'ended') return 'Planen er afsluttet.';
  const first = awaits[0];
  const waiting =
    first === undefined
      ? 'Planen venter ikke på nogen.'
      : `Venter på ${AWAITED_WORDS[first.kind]} fra ${ROLE_WORDS[first.role]} siden ${day(first.since)}, ` +
        `frist ${dateWords(lastDayOf(first.deadline))}${first.deadline <= at ? ' (overskredet)' : ''}.`;
  const coming =
    next === null
      ? ''
      : ` Derefter ${stepWord(next.step)} (${next.step}) ${day(next.at)} kl. ${copenhagenTime(next.at)}.`;
  return `${phase === 'onHold' ? 'På pause. ' : ''}${waiting}${coming}`;
}

function stepWord(step: StepName): string {
  if (step.startsWith('remind') || step.startsWith('ask')) return STEP_WORDS.remind;
  return step.startsWith('escalate') ? STEP_WORDS.escalate : STEP_WORDS.other;
}

function day(instant: Instant): string {
  return dateWords(copenhagenDate(instant));
}

function dateWords(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)}.${Number(month)}.${year ?? ''}`;
}
