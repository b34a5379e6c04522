import type { OriginChannel } from '../../audit/audit-entry.types.js';
import type { CitizenRequestKind } from '../../domain/citizen-request/citizen-request.types.js';
import type {
  ConsentBasis,
  ConsentManner,
  Purpose,
  StatutoryBasis,
} from '../../domain/consent/consent.types.js';
import type { Duty } from '../../domain/deadline/awaited.types.js';
import type { DeliveryStatus } from '../../domain/distribution/distribution.types.js';
import type {
  AgreementOutcome,
  ApprovalAnswer,
  GoalStatus,
  WrittenSection,
} from '../../domain/drafting/drafting.types.js';
import type { FollowUpOutcome } from '../../domain/follow-up/follow-up.types.js';
import type {
  AttendanceMode,
  InvitationResponse,
  MeetingKind,
  MeetingMode,
  MeetingStatus,
  OptionAnswer,
} from '../../domain/meeting/meeting.types.js';
import type { NoticeKind, NoticeRecipient } from '../../domain/notice/notice.types.js';
import type { Channel, ParticipantRole } from '../../domain/participants/participant.types.js';
import type { OrganisationRole } from '../../domain/plan/actor.js';
import type { CourseType, EndReason, Ground, HoldReason, Phase } from '../../domain/plan/plan.types.js';
import type { PlanRole } from '../../domain/plan/rights.js';
import type { TaskKind } from '../../domain/task/task.types.js';

/** Codes in Danish, for people who read what is kept about them. Each table is complete: the compiler asks for the words. */
export const ROLES: Readonly<Record<ParticipantRole, string>> = {
  citizen: 'Borger',
  custodyHolder: 'Forældremyndighedsindehaver',
  regionalPsychiatry: 'Regionspsykiatri',
  municipality: 'Kommune',
  socialPsychiatry: 'Socialpsykiatri',
  housingSupport: 'Bostøtte',
  substanceTreatment: 'Rusmiddelbehandling',
  jobCentre: 'Jobcenter',
  gp: 'Praktiserende læge',
  probation: 'Kriminalforsorg',
  school: 'Skole',
  educationalPsychology: 'PPR',
  otherAuthority: 'Anden myndighed',
  relative: 'Pårørende',
  laySupporter: 'Bisidder',
  guardian: 'Værge',
};

export const PLAN_ROLES: Readonly<Record<PlanRole, string>> = {
  process: 'systemet',
  coordinator: 'koordinator',
  deputy: 'stedfortræder',
  successor: 'foreslået koordinator',
  citizen: 'borger',
  custodyHolder: 'forældremyndighedsindehaver',
  representative: 'part',
  relative: 'pårørende',
  chair: 'mødeleder',
  teamLeader: 'teamleder',
  partyLeader: 'leder hos en part',
  meetingDeputy: 'deltager i et møde for en kollega',
};

export const ORGANISATION_ROLES: Readonly<Record<OrganisationRole, string>> = {
  practitioner: 'fagperson',
  coordinator: 'koordinator',
  teamLeader: 'teamleder',
  programmeLead: 'programleder',
  administrator: 'administrator',
  auditor: 'revisor',
};

export const CHANNELS: Readonly<Record<Channel, string>> = {
  mail: 'E-mail',
  letter: 'Brev',
  telephone: 'Telefon',
  inPerson: 'Personligt',
};

export const ORIGIN_CHANNELS: Readonly<Record<OriginChannel, string>> = {
  api: 'en tjeneste',
  portal: 'siderne',
  process: 'systemet',
  commandLine: 'driften',
};

export const PHASES: Readonly<Record<Phase, string>> = {
  awaitingCitizen: 'Venter på borgerens svar',
  consent: 'Samtykke',
  gathering: 'Afdækning',
  convening: 'Indkaldelse',
  drafting: 'Planen skrives',
  approval: 'Godkendelse',
  distribution: 'Udsendelse',
  followUp: 'Opfølgning',
  onHold: 'På pause',
  ended: 'Afsluttet',
};

export const GROUNDS: Readonly<Record<Ground, string>> = {
  severeMentalIllnessWithSubstanceUse: 'Svær psykisk sygdom og samtidig brug af rusmidler',
  mentalIllnessWithComplexSocialProblems:
    'Psykisk sygdom, brug af rusmidler og meget sammensatte sociale problemer',
};

export const COURSE_TYPES: Readonly<Record<CourseType, string>> = {
  integrated: 'Integreret forløb',
  coordinated: 'Koordineret forløb',
};

export const END_REASONS: Readonly<Record<EndReason, string>> = {
  completed: 'Gennemført',
  citizenDeclined: 'Borgeren sagde nej',
  citizenWithdrew: 'Borgeren trak sig',
  moved: 'Flyttet',
  died: 'Død',
  merged: 'Lagt sammen med en anden plan',
};

export const HOLD_REASONS: Readonly<Record<HoldReason, string>> = {
  admission: 'Indlæggelse',
  prison: 'Fængsel',
  citizenWish: 'Borgerens ønske',
  other: 'Andet',
};

export const DUTIES: Readonly<Record<Duty, string>> = {
  course: 'Forløbet',
  consent: 'Samtykke',
  gathering: 'Afdækning',
  convening: 'Indkaldelse',
  drafting: 'Udarbejdelse',
  distribution: 'Udsendelse',
  followUp: 'Opfølgning',
  handover: 'Overdragelse',
};

export const SECTIONS: Readonly<Record<WrittenSection | 'goals', string>> = {
  survey: 'Afdækning',
  challenges: 'Udfordringer',
  goals: 'Mål',
  followUp: 'Opfølgning',
  citizenWishes: 'Borgerens ønsker',
  crisisPlan: 'Kriseplan',
};

export const PURPOSES: Readonly<Record<Purpose, string>> = {
  coordination: 'Samarbejdet om planen',
  evaluation: 'Evaluering',
};

export const CONSENT_BASES: Readonly<Record<ConsentBasis, string>> = {
  healthAct43: 'Sundhedsloven § 43',
  adminAct28: 'Forvaltningsloven § 28',
  serviceAct: 'Serviceloven',
  gdprArticle9: 'Databeskyttelsesforordningen artikel 9',
  custodyHolder: 'Forældremyndighed',
};

export const STATUTORY_BASES: Readonly<Record<StatutoryBasis, string>> = {
  vitalInterest: 'Hensyn til liv eller helbred',
  valueSpring: 'Værdispringsreglen',
  ssdCooperation: 'SSD-samarbejde',
  adminAct28Section2: 'Forvaltningsloven § 28, stk. 2',
  dutyToNotify: 'Underretningspligt',
  courtOrder: 'Retskendelse',
};

export const CONSENT_MANNERS: Readonly<Record<ConsentManner, string>> = {
  oral: 'Mundtligt',
  written: 'Skriftligt',
  digital: 'Digitalt',
};

/** How a consent stands or ended. */
export const CONSENT_STATUSES: Readonly<Record<string, string>> = {
  provisional: 'Foreløbigt',
  given: 'Gælder',
  replaced: 'Erstattet af et nyt',
  narrowed: 'Indskrænket til ingenting',
  withdrawn: 'Trukket tilbage',
  expired: 'Udløbet',
  lapsed: 'Bortfaldet',
};

export const ATTEMPT_OUTCOMES: Readonly<Record<string, string>> = {
  notReached: 'Ikke truffet',
  postponed: 'Udskudt',
  askedAgain: 'Spurgt igen',
  refused: 'Nej',
};

export const GIVERS: Readonly<Record<'citizen' | 'custodyHolder' | 'guardian', string>> = {
  citizen: 'Borgeren',
  custodyHolder: 'Forældremyndighedsindehaveren',
  guardian: 'Værgen',
};

export const MEETING_KINDS: Readonly<Record<MeetingKind, string>> = {
  plan: 'Indsatsplansmøde',
  followUp: 'Opfølgningsmøde',
  urgent: 'Hastemøde',
  network: 'Netværksmøde',
};

export const MEETING_MODES: Readonly<Record<MeetingMode, string>> = {
  room: 'Fremmøde',
  telephone: 'Telefon',
  video: 'Video',
  hybrid: 'Fremmøde og video',
};

export const MEETING_STATUSES: Readonly<Record<MeetingStatus, string>> = {
  proposed: 'Foreslået',
  fixed: 'Aftalt',
  held: 'Holdt',
  cancelled: 'Aflyst',
};

export const ATTENDANCE_MODES: Readonly<Record<AttendanceMode, string>> = {
  room: 'Mødt',
  telephone: 'Over telefon',
  video: 'Over video',
  inWriting: 'Skriftligt',
  excused: 'Afbud',
  noShow: 'Udeblevet',
};

export const RESPONSES: Readonly<Record<InvitationResponse, string>> = {
  accepted: 'Kommer',
  declined: 'Afbud',
  tentative: 'Måske',
};

export const OPTION_ANSWERS: Readonly<Record<OptionAnswer, string>> = {
  yes: 'Ja',
  ifNeeded: 'Om nødvendigt',
  no: 'Nej',
};

export const GOAL_STATUSES: Readonly<Record<GoalStatus, string>> = {
  open: 'Ikke begyndt',
  onTrack: 'På vej',
  atRisk: 'Går trægt',
  achieved: 'Nået',
  dropped: 'Opgivet',
};

export const AGREEMENT_OUTCOMES: Readonly<Record<AgreementOutcome, string>> = {
  kept: 'Holdt',
  late: 'For sent',
  changed: 'Ændret',
  dropped: 'Opgivet',
};

export const APPROVAL_ANSWERS: Readonly<Record<ApprovalAnswer, string>> = {
  approved: 'Godkendt',
  objected: 'Indsigelse',
};

export const VERSION_STATUSES: Readonly<Record<'submitted' | 'returned' | 'locked', string>> = {
  submitted: 'Til godkendelse',
  returned: 'Sendt tilbage',
  locked: 'Låst',
};

export const DELIVERY_STATUSES: Readonly<Record<DeliveryStatus, string>> = {
  queued: 'Sættes i gang',
  accepted: 'Afsendt',
  delivered: 'Leveret',
  read: 'Læst',
  failed: 'Fejlet',
  withheld: 'Holdt tilbage',
};

export const FOLLOW_UP_OUTCOMES: Readonly<Record<FollowUpOutcome, string>> = {
  continue: 'Planen fortsætter',
  revise: 'Planen ændres',
};

export const REQUEST_KINDS: Readonly<Record<CitizenRequestKind, string>> = {
  meeting: 'Et møde',
  pause: 'En pause',
  otherCoordinator: 'En anden koordinator',
  somebodyLeaves: 'At nogen går ud',
};

export const REQUEST_ANSWERS: Readonly<Record<'granted' | 'declined', string>> = {
  granted: 'Ja',
  declined: 'Nej',
};

export const HANDOVER_OUTCOMES: Readonly<Record<'accepted' | 'declined' | 'withdrawn', string>> = {
  accepted: 'Sagt ja',
  declined: 'Sagt nej',
  withdrawn: 'Taget tilbage',
};

export const TASK_KINDS: Readonly<Record<TaskKind, string>> = {
  telephone: 'Ringe op',
  sendLetter: 'Sende et brev',
  handOver: 'Give en besked personligt',
  addressFailed: 'En adresse virker ikke',
  deliveryFailed: 'En udsendelse lykkedes ikke',
  noticeUncertain: 'Uvist, om en besked nåede frem',
  requiredRoleMissing: 'En, der skal med til mødet, mangler',
  stepProblem: 'Et trin lykkedes ikke',
  secondStart: 'Nogen forsøgte at starte en plan mere',
  planMerged: 'En anden plan er lagt ind i denne: gå igennem, hvad der var åbent i den',
  answerAfterLock:
    'En part svarede, efter at planen var låst: læs svaret, og åbn en revision, hvis planen skal ændres',
  convene: 'Indkalde til det møde, som borgeren har fået ja til',
  changeCoordinator: 'Finde en anden koordinator, som borgeren har fået ja til',
  citizenDied: 'Borgeren er død: aflyse møder, give parterne besked og afslutte planen',
  participantDied: 'En deltager er død: finde en anden eller afslutte deltagelsen',
  representativeLeft: 'Finde en, der kommer i stedet for den, der er rejst fra parten',
  newTimeWished: 'En, der er inviteret, ønsker et andet mødetidspunkt',
  delegationWished: 'En, der er inviteret, vil sende en anden til mødet',
  calendarAnswerNotTaken: 'Et svar fra en kalender kunne ikke bruges: spørg, om personen kommer',
  mailFromPerson: 'Nogen har svaret på en mail, som ingen læser: ring til personen',
  mailNotUnderstood: 'Der kom en mail, som ikke kunne forstås: spørg, om beskederne når frem',
};

export const TASK_ENDS: Readonly<Record<'done' | 'moot', string>> = {
  done: 'Løst',
  moot: 'Ikke længere nødvendig',
};

export const GATHERING_ANSWERS: Readonly<Record<string, string>> = {
  plans: 'Har planer',
  noPlan: 'Har ingen plan',
  cannotAnswer: 'Kan ikke svare',
};

export const GATHERING_STATUSES: Readonly<Record<'open' | 'answered' | 'withdrawn', string>> = {
  open: 'Venter på svar',
  answered: 'Besvaret',
  withdrawn: 'Taget tilbage',
};

/** Why a delivery ended without anybody having said so. */
export const DELIVERY_NOTES: Readonly<Record<string, string>> = {
  planEnded: 'Forløbet sluttede',
};

export const NOTICE_KINDS: Readonly<Record<NoticeKind, string>> = {
  citizenQuestion: 'Spørgsmål til borgeren',
  consentRenewal: 'Fornyelse af samtykke',
  consentConfirmation: 'Bekræftelse af samtykke',
  consentChanged: 'Nyt om et samtykke',
  sayChanged: 'Nyt om, hvem der har noget at sige',
  partEnded: 'Din del er slut',
  confirmationAsked: 'Noget skal bekræftes af en anden',
  courseEnded: 'At forløbet er slut',
  gatheringRequest: 'Spørgsmål om planer',
  gatheringReminder: 'Påmindelse om planer',
  meetingProposal: 'Forslag til mødetider',
  proposalReminder: 'Påmindelse om mødetider',
  meetingInvitation: 'Indkaldelse til møde',
  meetingChange: 'Møde ændret',
  meetingCancellation: 'Møde aflyst',
  invitationReminder: 'Påmindelse om møde',
  agenda: 'Dagsorden',
  approvalRequest: 'Godkendelse af planen',
  approvalReminder: 'Påmindelse om godkendelse',
  approvalRecorded: 'Borgerens ja er noteret',
  versionReady: 'Planen er klar',
  agreementReminder: 'Påmindelse om en aftale',
  requestMade: 'Nyt ønske fra borgeren',
  requestAnswered: 'Svar på et ønske',
  handoverProposal: 'Forslag om at være koordinator',
  handoverReminder: 'Påmindelse om at være koordinator',
  coordinationGiven: 'Udpeget til koordinator',
  deputyAppointed: 'Udpeget til stedfortræder',
  deputyBegun: 'Begyndt som stedfortræder',
  deputyEnded: 'Ikke længere stedfortræder',
  coordinatorNamed: 'Ny koordinator',
  coordinatorMissing: 'Planen mangler en koordinator',
  coordinatorReminder: 'Påmindelse om en opgave',
  coordinatorTold: 'Besked til koordinator',
  teamLeaderTold: 'Besked til teamleder',
  partyLeaderTold: 'Besked til partens leder',
  meetingDeputy: 'Deltager i et møde i stedet for en kollega',
  representativeMissing: 'Bedt om at udpege en kollega',
  taskRaised: 'Opgave til koordinator',
  accessLink: 'Link til planen',
};

export const NOTICE_RECIPIENTS: Readonly<Record<NoticeRecipient['kind'], string>> = {
  participant: 'Deltager',
  coordinator: 'Koordinator',
  person: 'Valgt eller foreslået koordinator',
  teamLeader: 'Teamleder',
  partyLeader: 'Leder hos',
};

export const NOTICE_STATUSES: Readonly<Record<string, string>> = {
  queued: 'Venter',
  claimed: 'Sendes nu',
  accepted: 'Sendt',
  refused: 'Afvist',
  withheld: 'Holdt tilbage',
  moot: 'Ikke længere nødvendig',
  uncertain: 'Uvist',
  toPrint: 'Brev eller opkald',
};
