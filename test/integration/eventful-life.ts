import { defaultPolicy } from '../../libs/domain/plan/default-policy.js';
import type { PlanEvent } from '../../libs/domain/plan/plan.types.js';
import { representativeRef } from '../../libs/domain/standing/standing.awaits.js';

/** The people and organisations of the life. */
export interface Cast {
  readonly planId: string;
  readonly organisationId: string;
  readonly citizen: string;
  readonly coordinator: string;
  readonly successor: string;
  readonly psychiatrist: string;
  readonly jobConsultant: string;
  readonly mother: string;
  readonly documentId: string;
}

/** Events of one command, with the day of 2027 or later on which it was given. */
export interface Happening {
  readonly at: string;
  readonly events: readonly PlanEvent[];
}

const on = (date: string, ...events: PlanEvent[]): Happening => ({ at: `${date}T09:00:00.000Z`, events });
const end = (date: string): string => `${date}T22:00:00.000Z`;

/** A life in which every kind of event happens at least once. */
export function eventfulLife(cast: Cast): Happening[] {
  return [
    ...beginning(cast),
    ...consents(cast),
    ...gathering(cast),
    ...meetings(cast),
    ...drafting(cast),
    ...distribution(cast),
    ...followUp(cast),
    ...changes(cast),
    ...ending(cast),
  ];
}

function beginning(cast: Cast): Happening[] {
  const { planId, organisationId, citizen, coordinator } = cast;
  const policy = defaultPolicy;
  return [
    on(
      '2027-01-04',
      {
        type: 'planStarted',
        planId,
        number: `KI-2027-${planId.slice(0, 6)}`,
        citizenPersonId: citizen,
        citizenOfAgeAt: end('2027-01-05'),
        citizenChannel: 'letter',
        grounds: ['severeMentalIllnessWithSubstanceUse'],
        courseType: 'coordinated',
        cluster: 'Nordsjælland',
        municipalityCode: '0219',
        department: 'Ambulatoriet',
        organisationId,
        coordinatorPersonId: coordinator,
        citizenAnswerDeadline: end('2027-01-18'),
        policy,
      },
      { type: 'citizenAnswered', answer: 'yes', manner: 'oral' },
    ),
    on('2027-01-05', { type: 'policyReplaced', policy: { ...policy, version: `${policy.version}.1` } }),
    on(
      '2027-01-05',
      participant('psychiatry', cast.psychiatrist, 'regionalPsychiatry', organisationId),
      participant('job', cast.jobConsultant, 'jobCentre', organisationId),
      { ...ofMother('part'), ...recordedBy(coordinator) },
      participant('mother', cast.mother, 'custodyHolder', null),
    ),
    on(
      '2027-01-05',
      { ...ofMother('part'), type: 'matterConfirmed', by: null, seen: null },
      { type: 'custodyHolderAnswered', participantId: 'mother', answer: 'yes', manner: 'oral' },
      { type: 'registerDetailsShown', participantId: 'mother' },
      { ...ofMother('endOfSay'), ...recordedBy(coordinator) },
      { ...ofMother('endOfSay'), type: 'matterRejected', by: cast.successor, reason: 'Gælder en anden' },
      { ...ofMother('endOfSay'), ...recordedBy(coordinator) },
      { ...ofMother('endOfSay'), type: 'matterLapsed', how: 'unconfirmed' },
    ),
    on(
      '2027-01-06',
      { type: 'custodyEnded', participantIds: ['mother'] },
      { type: 'participantReplaced', participantId: 'job', personId: cast.successor, channel: 'letter' },
      { type: 'channelChanged', participantId: 'mother', channel: 'telephone' },
      { type: 'contactPersonNamed', participantId: 'psychiatry' },
    ),
  ];
}

function ofMother<M extends 'part' | 'endOfSay'>(
  matter: M,
): { confirmationId: string; matter: M; subjectId: string; participantId: string } {
  return { confirmationId: `${matter}:mother`, matter, subjectId: 'mother', participantId: 'mother' };
}

function recordedBy(
  personId: string,
): Pick<
  Extract<PlanEvent, { type: 'matterRecorded' }>,
  'type' | 'recordedBy' | 'confirmBy' | 'countsAlready' | 'seen' | 'reason'
> {
  return {
    type: 'matterRecorded',
    recordedBy: personId,
    confirmBy: end('2027-01-19'),
    countsAlready: false,
    seen: { document: 'registerExtract', dated: '2027-01-04' },
    reason: 'Set i dag',
  };
}

function participant(
  participantId: string,
  personId: string,
  role: 'regionalPsychiatry' | 'jobCentre' | 'custodyHolder',
  organisationId: string | null,
): PlanEvent {
  return { type: 'participantAdded', participantId, personId, role, organisationId, channel: 'mail' };
}

function consents({ coordinator }: Cast): Happening[] {
  const grant = (
    consentId: string,
    participantId: string,
    status: 'given' | 'provisional',
    recorded: string,
  ): Extract<PlanEvent, { type: 'consentGiven' }>['grants'][number] => ({
    grantId: `${consentId}:${participantId}`,
    consentId,
    participantId,
    kinds: ['course', 'goals', 'survey', 'challenges'],
    purpose: 'coordination',
    basis: 'healthAct43',
    from: `${recorded}T09:00:00.000Z`,
    to: end('2027-12-31'),
    status,
    recordedBy: coordinator,
    recordedAt: `${recorded}T09:00:00.000Z`,
    confirmBy: status === 'provisional' ? end('2027-01-29') : null,
  });
  const given = (
    consentId: string,
    grants: Extract<PlanEvent, { type: 'consentGiven' }>['grants'],
    replacedGrantIds: string[] = [],
  ): PlanEvent => ({
    type: 'consentGiven',
    consentId,
    grants,
    replacedGrantIds,
    manner: 'written',
    wordingVersion: '2026-1',
    givenBy: 'citizen',
    place: 'Hjemme',
    helperPersonId: null,
    minutesSpent: 40,
  });
  return [
    on('2027-01-07', {
      type: 'consentAttempted',
      participantIds: ['psychiatry', 'job'],
      outcome: 'notReached',
      place: 'Telefon',
      helperPersonId: coordinator,
      minutesSpent: 15,
    }),
    on('2027-01-08', { type: 'consentRefused', participantId: 'mother', reason: 'Ikke endnu' }),
    on(
      '2027-01-11',
      given('first', [
        grant('first', 'psychiatry', 'given', '2027-01-11'),
        grant('first', 'job', 'provisional', '2027-01-11'),
        grant('first', 'mother', 'provisional', '2027-01-11'),
      ]),
    ),
    on(
      '2027-01-12',
      { type: 'consentConfirmed', consentId: 'first', participantId: 'job', grantIds: ['first:job'] },
      { type: 'provisionalConsentLapsed', participantId: 'mother', grantIds: ['first:mother'] },
    ),
    on(
      '2027-01-13',
      given('second', [grant('second', 'psychiatry', 'given', '2027-01-13')], ['first:psychiatry']),
    ),
    on('2027-01-13', given('third', [grant('third', 'mother', 'given', '2027-01-13')])),
    on(
      '2027-01-14',
      {
        type: 'consentNarrowed',
        participantId: 'psychiatry',
        grantIds: ['second:psychiatry'],
        keep: ['survey', 'course'],
      },
      { type: 'consentNarrowed', participantId: 'mother', grantIds: ['third:mother'], keep: ['crisisPlan'] },
    ),
    on('2027-01-14', given('fourth', [grant('fourth', 'mother', 'given', '2027-01-14')])),
    on('2027-01-15', { type: 'consentWithdrawn', participantId: 'mother', grantIds: ['fourth:mother'] }),
    on('2027-01-15', {
      type: 'basisRecorded',
      basis: {
        basisId: 'basis',
        participantId: 'mother',
        basis: 'vitalInterest',
        kinds: ['crisisPlan'],
        from: '2027-01-15T09:00:00.000Z',
        to: end('2027-01-20'),
      },
      reason: 'Akut fare',
      extent: 'Kriseplanen',
      citizenTold: false,
      notToldBecause: 'Indlagt',
    }),
    on('2027-01-16', { type: 'basisEnded', basisId: 'basis', reason: 'Faren er ovre' }),
    on('2027-01-17', given('fifth', [grant('fifth', 'job', 'provisional', '2027-01-17')])),
    on('2027-01-18', {
      type: 'consentConfirmed',
      consentId: 'fifth',
      participantId: 'job',
      grantIds: ['fifth:job'],
      replacedGrantIds: ['first:job'],
    }),
  ];
}

function gathering({ documentId }: Cast): Happening[] {
  const requested = (participantId: string, round: number): PlanEvent => ({
    type: 'gatheringRequested',
    participantId,
    round,
    deadline: end('2027-02-01'),
  });
  return [
    on('2027-01-18', requested('psychiatry', 1), requested('job', 1)),
    on('2027-01-19', { type: 'gatheringWithdrawn', participantId: 'job', reason: 'For tidligt' }),
    on('2027-01-20', {
      type: 'gatheringAnswered',
      participantId: 'psychiatry',
      round: 1,
      late: false,
      answer: {
        kind: 'plans',
        documentIds: [documentId],
        existingPlans: [
          {
            id: 'treatment',
            ownerPartyId: 'psychiatry',
            ownerRole: 'regionalPsychiatry',
            title: 'Behandlingsplan',
            statutory: true,
            basis: 'sundhedsloven',
            status: 'active',
            period: { from: '2026-09-01' },
            goals: [{ id: 'g', text: 'Stabil døgnrytme' }],
            interventions: [],
            appointments: [],
          },
        ],
      },
    }),
    on('2027-01-21', requested('job', 2)),
    on('2027-02-03', {
      type: 'gatheringAnswered',
      participantId: 'job',
      round: 2,
      late: true,
      answer: { kind: 'cannotAnswer', reason: 'Sagen er flyttet' },
    }),
    on('2027-02-04', {
      type: 'overlapDecided',
      overlapKey: 'treatment|job',
      decision: 'confirmed',
      reason: 'Samme mål',
    }),
  ];
}

function meetings({ mother, psychiatrist, jobConsultant }: Cast): Happening[] {
  const from = '2027-02-22T12:00:00.000Z';
  const to = '2027-02-22T14:00:00.000Z';
  const vacant = 'representativeLeft:psychiatry:2027-02-12T09:00:00.000Z';
  const moved = { from: '2027-02-24T12:00:00.000Z', to: '2027-02-24T14:00:00.000Z' };
  const invited = (meetingId: string, sequence: number, participantIds: string[]): PlanEvent => ({
    type: 'participantsInvited',
    meetingId,
    sequence,
    participantIds,
    respondBy: end('2027-02-15'),
  });
  return [
    on('2027-02-05', {
      type: 'meetingProposed',
      meetingId: 'm1',
      kind: 'plan',
      options: [{ optionId: 'a', from, to }],
      answerBy: end('2027-02-08'),
      mode: 'room',
      place: 'Rådhuset',
    }),
    on('2027-02-06', {
      type: 'proposalAnswered',
      meetingId: 'm1',
      participantId: 'citizen',
      answers: { a: 'yes' },
    }),
    on('2027-02-08', {
      type: 'meetingFixed',
      meetingId: 'm1',
      kind: 'plan',
      from,
      to,
      mode: 'room',
      place: 'Rådhuset',
      chairParticipantId: 'psychiatry',
    }),
    on('2027-02-08', invited('m1', 0, ['citizen', 'psychiatry', 'job'])),
    on('2027-02-09', {
      type: 'invitationAnswered',
      meetingId: 'm1',
      participantId: 'psychiatry',
      response: 'accepted',
      deputyPersonId: mother,
    }),
    on('2027-02-09', {
      type: 'meetingDeputyLeft',
      meetingId: 'm1',
      participantId: 'psychiatry',
      personId: mother,
    }),
    on('2027-02-10', { type: 'invitationWithdrawn', meetingId: 'm1', participantId: 'job', sequence: 0 }),
    on('2027-02-11', {
      type: 'meetingMoved',
      meetingId: 'm1',
      ...moved,
      mode: 'hybrid',
      place: 'Ambulatoriet',
      reason: 'Sygdom',
      sequence: 1,
    }),
    on('2027-02-11', invited('m1', 1, ['citizen', 'psychiatry', 'job']), {
      type: 'agendaSent',
      meetingId: 'm1',
      items: ['Velkomst', 'Mål'],
    }),
    on(
      '2027-02-12',
      { type: 'representativeLeft', participantId: 'psychiatry', personId: psychiatrist },
      {
        type: 'taskRaised',
        taskId: vacant,
        kind: 'representativeLeft',
        ref: representativeRef('psychiatry', '2027-02-12T09:00:00.000Z'),
        participantId: 'psychiatry',
        deadline: end('2027-02-17'),
      },
    ),
    on(
      '2027-02-13',
      { type: 'representativeReturned', participantId: 'psychiatry', personId: psychiatrist },
      { type: 'taskClosed', taskId: vacant, how: 'moot', note: null },
    ),
    on('2027-02-13', invited('m1', 1, ['psychiatry'])),
    // Who was invited is followed by somebody who is not invited yet.
    on('2027-02-14', {
      type: 'participantReplaced',
      participantId: 'job',
      personId: jobConsultant,
      channel: 'letter',
    }),
    on('2027-02-20', {
      type: 'requiredRolesChecked',
      meetingId: 'm1',
      sequence: 1,
      missing: ['substanceTreatment'],
    }),
    on(
      '2027-02-24',
      {
        type: 'attendanceRecorded',
        meetingId: 'm1',
        attendance: [
          { participantId: 'citizen', mode: 'noShow' },
          { participantId: 'psychiatry', mode: 'room' },
        ],
        withoutCitizenReason: 'Kom ikke',
      },
      { type: 'minutesRecorded', meetingId: 'm1', minutes: 'Vi aftalte …' },
    ),
    on('2027-02-25', {
      type: 'attendanceRecorded',
      meetingId: 'm1',
      attendance: [
        { participantId: 'citizen', mode: 'telephone' },
        { participantId: 'psychiatry', mode: 'room' },
      ],
      withoutCitizenReason: null,
    }),
    on('2027-02-25', {
      type: 'meetingFixed',
      meetingId: 'm2',
      kind: 'network',
      from: '2027-06-01T12:00:00.000Z',
      to: '2027-06-01T13:00:00.000Z',
      mode: 'video',
      place: 'Link',
      chairParticipantId: null,
    }),
    on('2027-02-25', invited('m2', 0, ['citizen'])),
    on('2027-02-26', {
      type: 'meetingCancelled',
      meetingId: 'm2',
      reason: 'Ferie',
      sequence: 1,
      participantIds: ['citizen'],
      afterDeath: true,
    }),
    on('2027-02-26', { type: 'meetingRestored', meetingId: 'm2', sequence: 2 }),
    on('2027-02-26', {
      type: 'meetingCancelled',
      meetingId: 'm2',
      reason: 'Ferie',
      sequence: 3,
      participantIds: ['citizen'],
    }),
  ];
}

function drafting({ coordinator }: Cast): Happening[] {
  const saved = (
    section: 'survey' | 'challenges' | 'followUp',
    revision: number,
    content: string,
  ): PlanEvent => ({
    type: 'sectionSaved',
    section,
    revision,
    content,
    authorPersonId: coordinator,
  });
  const made = (agreementId: string, binding: boolean): PlanEvent => ({
    type: 'agreementMade',
    agreementId,
    goalId: 'sleep',
    title: `Aftale ${agreementId}`,
    responsibleParticipantId: 'psychiatry',
    dueDate: '2027-04-01',
    deadline: end('2027-04-01'),
    binding,
  });
  const submitted = (version: number, revisions: Record<string, number>): PlanEvent => ({
    type: 'draftSubmitted',
    version,
    deadline: end('2027-03-15'),
    approverIds: ['citizen', 'psychiatry'],
    revisions,
    ...(version === 1 ? { goalIds: ['sleep', 'work'], agreementIds: ['a1', 'a2'] } : {}),
  });
  return [
    on(
      '2027-03-01',
      saved('survey', 1, 'Kort'),
      saved('challenges', 1, 'Søvn'),
      saved('followUp', 1, 'Juni'),
    ),
    on('2027-03-01', saved('survey', 2, 'Længere 🙂 \u202Eog\u202C "citat" \\ slut')),
    on(
      '2027-03-02',
      { type: 'goalSet', goalId: 'sleep', title: 'Sove om natten', priority: 2 },
      { type: 'goalSet', goalId: 'work', title: 'Et job', priority: 1 },
      { type: 'goalSet', goalId: 'sleep', title: 'Sove hele natten', priority: 3 },
      made('a1', false),
      made('a2', true),
      made('a4', false),
      made('a5', false),
      { type: 'goalSet', goalId: 'mistake', title: 'En fejl', priority: 4 },
      {
        type: 'agreementRevised',
        agreementId: 'a4',
        title: 'Aftale a4 til en senere dag',
        responsibleParticipantId: 'citizen',
        dueDate: '2027-05-01',
        deadline: end('2027-05-01'),
      },
      { type: 'agreementRemoved', agreementId: 'a5' },
      { type: 'goalRemoved', goalId: 'mistake' },
      {
        type: 'agreementEnded',
        agreementId: 'a4',
        outcome: 'dropped',
        reason: 'Alligevel ikke',
        replacedBy: null,
      },
    ),
    on('2027-03-03', submitted(1, { survey: 1, challenges: 1, followUp: 1 })),
    on('2027-03-04', { type: 'draftApproved', participantId: 'psychiatry' }),
    on('2027-03-05', {
      type: 'draftObjected',
      participantId: 'citizen',
      section: 'goals',
      reason: 'Det er ikke mine ord',
    }),
    on('2027-03-06', submitted(1, { survey: 2, challenges: 1, followUp: 1 })),
    on('2027-03-07', { type: 'draftWithdrawn', reason: 'En fejl' }),
    on('2027-03-08', submitted(1, { survey: 2, challenges: 1, followUp: 1 })),
    on('2027-03-09', {
      type: 'draftApproved',
      participantId: 'citizen',
      recordedBy: coordinator,
      manner: 'written',
      afterCitizensNo: true,
    }),
    on('2027-03-16', { type: 'versionLocked', version: 1, gaps: ['psychiatry'], reason: 'Tavshed' }),
    on('2027-03-17', {
      type: 'agreementEnded',
      agreementId: 'a2',
      outcome: 'changed',
      reason: 'Ny dato',
      replacedBy: 'a3',
    }),
    on('2027-03-17', made('a3', true)),
    on('2027-03-17', { type: 'revisionOpened', from: 'goals', reason: 'Nyt mål' }),
    on('2027-03-18', submitted(2, { survey: 2, challenges: 1, followUp: 1 })),
    on('2027-03-19', { type: 'versionLocked', version: 2, gaps: [], reason: null }),
  ];
}

function distribution(_cast: Cast): Happening[] {
  const distributed = (version: number): PlanEvent => ({
    type: 'versionDistributed',
    version,
    orders: [
      { participantId: 'citizen', channel: 'letter', kinds: ['goals', 'survey'], grantIds: [] },
      {
        participantId: 'psychiatry',
        channel: 'mail',
        kinds: ['survey'],
        grantIds: ['second:psychiatry'],
      },
    ],
  });
  return [
    on('2027-03-19', distributed(1)),
    on('2027-03-20', distributed(2)),
    on('2027-03-21', {
      type: 'deliveryRecorded',
      version: 2,
      participantId: 'psychiatry',
      status: 'failed',
      channel: 'mail',
      note: null,
    }),
    on('2027-03-22', {
      type: 'versionSentAgain',
      version: 2,
      participantId: 'psychiatry',
      channel: 'inPerson',
      attempt: 2,
    }),
    on('2027-03-23', {
      type: 'deliveryRecorded',
      version: 2,
      participantId: 'psychiatry',
      status: 'read',
      channel: 'inPerson',
      note: 'Afleveret i hånden',
    }),
    on('2027-03-23', {
      type: 'deliveryRecorded',
      version: 2,
      participantId: 'citizen',
      status: 'withheld',
      channel: 'letter',
      note: null,
    }),
    // Held back, and owed again.
    on('2027-03-24', {
      type: 'versionDistributed',
      version: 2,
      orders: [{ participantId: 'citizen', channel: 'letter', kinds: ['goals'], grantIds: [] }],
    }),
  ];
}

function followUp(_cast: Cast): Happening[] {
  return [
    on('2027-03-24', { type: 'followUpSet', intervalMonths: 6, nextOn: '2027-06-01' }),
    on('2027-05-04', { type: 'followUpOpened', cycle: 1, dueOn: '2027-06-01' }),
    on('2027-05-05', {
      type: 'goalStatusReported',
      goalId: 'sleep',
      status: 'onTrack',
      note: 'Det går bedre',
      cycle: 1,
    }),
    on('2027-06-01', {
      type: 'followUpClosed',
      cycle: 1,
      outcome: 'continue',
      nextOn: '2027-12-01',
      note: 'Vi fortsætter',
    }),
    on('2027-11-02', { type: 'followUpOpened', cycle: 2, dueOn: '2027-12-01' }),
  ];
}

function changes({ coordinator, successor, jobConsultant, organisationId }: Cast): Happening[] {
  const proposed: Extract<PlanEvent, { type: 'handoverProposed' }> = {
    type: 'handoverProposed',
    successorPersonId: successor,
    reason: 'Nyt job',
    deadline: end('2027-11-20'),
  };
  const requestMade = (requestId: string): PlanEvent => ({
    type: 'requestMade',
    requestId,
    kind: 'somebodyLeaves',
    participantId: 'mother',
    words: 'Ikke min mor',
    deadline: end('2027-11-15'),
  });
  return [
    on('2027-11-03', requestMade('r1'), requestMade('r2'), requestMade('r3')),
    on('2027-11-04', {
      type: 'requestAnswered',
      requestId: 'r1',
      kind: 'somebodyLeaves',
      answer: 'granted',
      reason: 'Selvfølgelig',
    }),
    on('2027-11-04', { type: 'participantRemoved', participantId: 'mother', reason: 'Borgerens ønske' }),
    on('2027-11-04', { type: 'requestFulfilled', requestId: 'r2', kind: 'somebodyLeaves' }),
    on('2027-11-05', proposed),
    on('2027-11-06', { type: 'handoverDeclined', reason: 'For travlt' }),
    on('2027-11-07', proposed),
    on('2027-11-08', { type: 'handoverWithdrawn' }),
    on('2027-11-09', proposed),
    on('2027-11-10', { type: 'handoverAccepted', personId: successor, formerPersonId: coordinator }),
    on('2027-11-11', {
      type: 'deputyAppointed',
      personId: jobConsultant,
      from: '2027-11-12T09:00:00.000Z',
      to: end('2027-11-19'),
    }),
    on('2027-11-12', { type: 'deputyBegun', personId: jobConsultant }),
    on('2027-11-20', { type: 'deputyEnded', personId: jobConsultant }),
    on('2027-11-21', {
      type: 'coordinatorResigned',
      personId: successor,
      reason: 'Sygdom',
      deadline: end('2027-11-30'),
    }),
    on('2027-11-22', {
      type: 'coordinatorNamed',
      personId: coordinator,
      organisationId,
      reason: 'Vender tilbage',
    }),
    on('2027-11-22', { ...proposed, organisationId }),
    on('2027-11-22', { type: 'coordinatorLeft', personId: coordinator, deadline: end('2027-11-29') }),
    on('2027-11-23', { type: 'coordinatorReturned', personId: coordinator, organisationId }),
    on('2027-11-23', { type: 'successorLeft', personId: successor }),
    on('2027-11-23', {
      type: 'taskRaised',
      taskId: 'telephone:1',
      kind: 'telephone',
      ref: null,
      participantId: 'citizen',
      deadline: end('2027-11-26'),
    }),
    on('2027-11-24', { type: 'taskClosed', taskId: 'telephone:1', how: 'done', note: 'Talt med ham' }),
    on('2027-11-25', {
      type: 'taskRaised',
      taskId: 'telephone:1',
      kind: 'telephone',
      ref: null,
      participantId: 'citizen',
      deadline: end('2027-11-28'),
    }),
    on('2027-11-26', {
      type: 'stepPerformed',
      step: 'remindTask',
      ref: 'task:telephone:1',
      key: 'remindTask:task:telephone:1#0',
      superseded: [],
    }),
    on('2027-11-27', {
      type: 'stepProblemReported',
      step: 'remindTask',
      key: 'remindTask:task:telephone:1#1',
      code: 'MAIL.REFUSED',
      retryAt: end('2027-11-28'),
    }),
    on('2027-11-28', {
      type: 'noticeReported',
      noticeKey: 'n',
      outcome: 'failed',
      participantId: 'citizen',
      code: '550',
    }),
    on('2027-11-29', { type: 'deathNoted', personId: coordinator }),
    on('2027-11-30', { type: 'deathTakenBack', personId: coordinator }),
    on('2027-12-01', { type: 'planHeld', reason: 'admission', until: '2027-12-20' }),
    on('2027-12-20', { type: 'planResumed' }),
  ];
}

function ending({ coordinator, successor }: Cast): Happening[] {
  return [
    on('2027-12-31', {
      type: 'consentExpired',
      participantId: 'psychiatry',
      grantIds: ['second:psychiatry'],
    }),
    on('2028-01-03', {
      type: 'draftSubmitted',
      version: 3,
      deadline: end('2028-01-15'),
      approverIds: ['citizen'],
      revisions: {},
    }),
    on('2028-01-03', {
      type: 'handoverProposed',
      successorPersonId: successor,
      reason: 'Igen',
      deadline: end('2028-01-20'),
    }),
    on('2028-01-04', { type: 'planEnded', reason: 'moved', mergedIntoPlanId: null, note: 'Flyttet til Fyn' }),
    on('2028-02-01', {
      type: 'planReopened',
      reason: 'Flyttet tilbage',
      coordinatorPersonId: coordinator,
    }),
    on('2028-02-02', { type: 'planHeld', reason: 'prison', until: '2028-06-01' }),
    on('2028-02-03', { type: 'planMergedIn', fromPlanId: '0b6b3b4e-5d6c-4a3e-9a52-5f1d6f0c8a11' }),
    on('2028-02-03', {
      type: 'taskRaised',
      taskId: 'planMerged:1',
      kind: 'planMerged',
      ref: null,
      participantId: null,
      deadline: end('2028-02-08'),
      open: [{ kind: 'agreementOutcome', count: 2 }],
    }),
  ];
}
