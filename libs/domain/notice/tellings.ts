import { confirmationRef } from '../confirmation/confirmation.awaits.js';
import { confirmationId, isProvisional } from '../confirmation/matters.js';
import { citizenDied, isDead, participantDied } from '../death/deaths.js';
import type { AwaitedKind } from '../deadline/awaited.types.js';
import { disclosedKinds, mayKnow } from '../disclosure/may-disclose.js';
import { refFor } from '../deadline/asked-of-citizen.js';
import { newestVersion } from '../drafting/draft.js';
import { custodyHolders, isMinor } from '../participants/custody.js';
import { activeParticipants } from '../participants/participants.js';
import { isOfASay } from '../participants/say.js';
import { answersForThemself, speakersForCitizen } from '../participants/speaks-for-citizen.js';
import { CITIZEN } from '../participants/participant.types.js';
import { awaitsOf } from '../plan/awaits.js';
import type { EventOf, PlanEvent, PlanState, RecordedEvent } from '../plan/plan.types.js';
import { isVacant, representativeRef } from '../standing/standing.awaits.js';
import { taskRef } from '../task/task.awaits.js';
import type { Notice, NoticeKind, NoticeRecipient } from './notice.types.js';
import { STEP_NOTICES, type StepNotice } from './step-notices.js';

/** One thing to tell somebody because of an event, before it is known by which channel. */
export interface Telling extends Omit<Notice, 'key'> {
  /** A reminder: to somebody without mail it becomes a telephone call, not another letter. */
  readonly reminder: boolean;
}

type Details = Partial<Omit<Telling, 'kind' | 'recipient'>>;

/**
 * Whom an event tells what, in the state after it. While nobody coordinates, the team leader is told instead; nobody is told
 * who has died; and after the citizen's death those who take part hear only that a meeting is off.
 */
export function tellingsOf(recorded: RecordedEvent, after: PlanState): Telling[] {
  // Nothing is for whoever answered for a party once; what is open is told to who comes instead.
  const tellings = tellingsAbout(recorded, after).filter(
    (telling) =>
      reachesTheLiving(after, telling) &&
      (telling.recipient.kind !== 'participant' || !isVacant(after, telling.recipient.participantId)),
  );
  if (after.coordinatorPersonId !== null || isDeputised(after, recorded.at)) return tellings;
  const toLeader = tellings.filter(({ recipient }) => recipient.kind === 'teamLeader');
  return tellings.flatMap((telling): Telling[] => {
    if (telling.recipient.kind !== 'coordinator') return [telling];
    return toLeader.length > 0 ? [] : [{ ...telling, recipient: { kind: 'teamLeader' } }];
  });
}

/** Whether what somebody is to be told is for the living, and rests on nothing that the citizen's death ended. */
export function reachesTheLiving(
  state: PlanState,
  { recipient, kind }: Pick<Notice, 'recipient' | 'kind'>,
): boolean {
  switch (recipient.kind) {
    case 'participant':
      if (participantDied(state, recipient.participantId)) return false;
      return kind === 'meetingCancellation' || !citizenDied(state);
    case 'partyLeader':
      return !citizenDied(state);
    case 'person':
      return !isDead(state, recipient.personId);
    case 'coordinator':
    case 'teamLeader':
      return true;
  }
}

function isDeputised({ deputy }: PlanState, at: string): boolean {
  return deputy !== null && deputy.from <= at && at < deputy.to;
}

function tellingsAbout({ event, at }: RecordedEvent, after: PlanState): Telling[] {
  switch (event.type) {
    case 'planStarted':
      return [toNewCoordinator(event.coordinatorPersonId)];
    case 'stepPerformed':
      return [
        ...STEP_NOTICES[event.step].flatMap((notice) => stepTelling(after, event, notice)),
        ...silentCustodyHolder(after, event),
      ];
    case 'matterRecorded':
    case 'matterConfirmed':
    case 'matterRejected':
    case 'matterLapsed':
      return matterTellings(event, after, at);
    case 'custodyHolderAnswered':
      return [toCoordinator('coordinatorTold')];
    case 'basisRecorded':
      return basisTellings(event, after, at);
    case 'consentGiven':
      return consentTellings(event, after, at);
    case 'consentRefused':
      return othersOnCitizensSide(after, at, event.by);
    case 'consentWithdrawn':
      return [toCoordinator('coordinatorTold'), ...othersOnCitizensSide(after, at, event.by)];
    case 'consentExpired':
    case 'provisionalConsentLapsed':
    case 'custodyEnded':
      return [toCoordinator('coordinatorTold')];
    case 'basisEnded':
      return event.reason === null ? [toCoordinator('coordinatorTold')] : [];
    case 'participantRemoved':
      return [
        toCoordinator('coordinatorTold'),
        ...(event.byThemself === false ? [toFormer(event.participantId)] : []),
        ...(isSayOf(after, event.participantId) ? sayTellings(after, at, event.participantId) : []),
      ];
    case 'successorLeft':
      return [toCoordinator('coordinatorTold')];
    case 'representativeLeft':
      return [toPartyLeader(after, event.participantId, at)].flatMap((one) => one ?? []);
    case 'participantReplaced':
      return [
        ...(event.formerPersonId === undefined
          ? []
          : [blank('partEnded', { kind: 'person', personId: event.formerPersonId })]),
        ...askedAnew(after, event.participantId),
      ];
    case 'representativeReturned':
      return [toCoordinator('coordinatorTold'), ...askedAnew(after, event.participantId)];
    case 'gatheringRequested':
      return [
        toParticipant(event.participantId, 'gatheringRequest', {
          ref: `gatheringAnswer:${event.participantId}:${event.round}`,
        }),
      ];
    case 'meetingProposed':
      return everyoneWhoKnows(after, at).map((participantId) =>
        toParticipant(participantId, 'meetingProposal', {
          ref: `proposalAnswer:${event.meetingId}:${participantId}`,
          meetingId: event.meetingId,
        }),
      );
    case 'participantsInvited':
      return event.participantIds.map((participantId) =>
        toParticipant(participantId, event.sequence === 0 ? 'meetingInvitation' : 'meetingChange', {
          meetingId: event.meetingId,
          sequence: event.sequence,
          entrySequence: event.entrySequences?.[participantId] ?? event.sequence,
        }),
      );
    case 'invitationWithdrawn':
      return [cancellationFor(event.participantId, event.meetingId, event.sequence)];
    case 'invitationAnswered':
      return event.deputyPersonId === null
        ? []
        : [
            {
              ...blank('meetingDeputy', { kind: 'person', personId: event.deputyPersonId }),
              meetingId: event.meetingId,
              sequence: after.meetings[event.meetingId]?.sequence ?? 0,
            },
          ];
    case 'meetingDeputyLeft':
      return [toParticipant(event.participantId, 'invitationReminder', { ref: responseRef(after, event) })];
    case 'meetingCancelled':
      return event.participantIds.map((participantId) =>
        cancellationFor(
          participantId,
          event.meetingId,
          event.entrySequences?.[participantId] ?? event.sequence,
        ),
      );
    case 'agendaSent':
      return agendaTellings(event, after, at);
    case 'draftSubmitted':
      return event.approverIds.map((participantId) =>
        toParticipant(participantId, 'approvalRequest', {
          ref: `draftApproval:${event.version}:${after.submissionRounds}:${participantId}`,
          version: event.version,
        }),
      );
    case 'draftApproved':
      return event.afterCitizensNo === true
        ? [
            toParticipant(CITIZEN, 'approvalRecorded', {
              version: after.submission?.version ?? newestVersion(after),
            }),
          ]
        : [];
    case 'draftObjected':
      return [toCoordinator('coordinatorTold')];
    case 'versionDistributed':
      return event.orders.map(({ participantId }) =>
        toParticipant(participantId, 'versionReady', { version: event.version }),
      );
    case 'versionSentAgain':
      return [toParticipant(event.participantId, 'versionReady', { version: event.version })];
    case 'requestMade':
      return [
        {
          ...blank('requestMade', { kind: event.kind === 'otherCoordinator' ? 'teamLeader' : 'coordinator' }),
          ref: `citizenRequest:${event.requestId}`,
        },
      ];
    case 'requestAnswered':
    case 'requestFulfilled':
      return [toParticipant(CITIZEN, 'requestAnswered')];
    case 'handoverProposed':
      return proposalTo(after, event.successorPersonId);
    case 'handoverAccepted':
    case 'coordinatorNamed':
      return [toNewCoordinator(event.personId), toParticipant(CITIZEN, 'coordinatorNamed')];
    case 'planEnded':
      return [
        ...(event.by === undefined ? [] : [toCoordinator('courseEnded')]),
        // It says no more than a cancellation does, and goes to those who have just lost the right to more.
        ...(event.participantIds ?? []).map((participantId) => ({
          ...toParticipant(participantId, 'courseEnded'),
          discloses: null,
        })),
      ];
    case 'planReopened':
      return [
        toNewCoordinator(event.coordinatorPersonId),
        ...(event.formerPersonId === event.coordinatorPersonId
          ? []
          : [toParticipant(CITIZEN, 'coordinatorNamed')]),
      ];
    case 'deputyAppointed':
      return [
        toPerson(event.personId, 'deputyAppointed'),
        ...(event.byThemself === true ? [toCoordinator('coordinatorTold')] : []),
      ];
    case 'deputyBegun':
      return [toPerson(event.personId, 'deputyBegun')];
    case 'deputyEnded':
      // Whoever left hears nothing more.
      return [
        event.left === true ? toCoordinator('coordinatorTold') : toPerson(event.personId, 'deputyEnded'),
      ];
    case 'coordinatorReturned':
      return [toNewCoordinator(event.personId)];
    case 'handoverDeclined':
      return [toCoordinator('coordinatorTold')];
    case 'coordinatorResigned':
    case 'coordinatorLeft':
      return [{ ...toTeamLeader('coordinatorMissing'), ref: `coordinatorNamed:${after.changes}` }];
    case 'taskRaised':
      return [{ ...toCoordinator('taskRaised'), ref: taskRef({ taskId: event.taskId, raisedAt: at }) }];
    default:
      return quiet(event);
  }
}

/** Events that tell nobody by themselves; a new event must be named here or above. */
type QuietEvent = Exclude<
  PlanEvent,
  {
    type:
      | 'planStarted'
      | 'stepPerformed'
      | 'consentGiven'
      | 'consentRefused'
      | 'consentWithdrawn'
      | 'consentExpired'
      | 'provisionalConsentLapsed'
      | 'custodyEnded'
      | 'basisEnded'
      | 'participantRemoved'
      | 'participantReplaced'
      | 'representativeLeft'
      | 'representativeReturned'
      | 'successorLeft'
      | 'coordinatorLeft'
      | 'coordinatorReturned'
      | 'matterRecorded'
      | 'matterConfirmed'
      | 'matterRejected'
      | 'matterLapsed'
      | 'custodyHolderAnswered'
      | 'basisRecorded'
      | 'gatheringRequested'
      | 'meetingProposed'
      | 'participantsInvited'
      | 'invitationWithdrawn'
      | 'invitationAnswered'
      | 'meetingDeputyLeft'
      | 'meetingCancelled'
      | 'agendaSent'
      | 'draftSubmitted'
      | 'draftApproved'
      | 'draftObjected'
      | 'versionDistributed'
      | 'versionSentAgain'
      | 'requestMade'
      | 'requestAnswered'
      | 'requestFulfilled'
      | 'handoverProposed'
      | 'handoverAccepted'
      | 'coordinatorNamed'
      | 'planEnded'
      | 'planReopened'
      | 'deputyAppointed'
      | 'deputyBegun'
      | 'deputyEnded'
      | 'handoverDeclined'
      | 'coordinatorResigned'
      | 'taskRaised';
  }
>;

function quiet(_event: QuietEvent): Telling[] {
  return [];
}

/** Whose consent somebody else records hears of it: what is provisional is asked about, the rest is told. */
function consentTellings(event: EventOf<'consentGiven'>, after: PlanState, at: string): Telling[] {
  if (event.grants.some(({ status }) => status === 'provisional')) {
    return speakersForCitizen(after, at).map(({ participantId }) =>
      toParticipant(participantId, 'consentConfirmation', {
        ref: refFor(`consentConfirmation:${event.consentId}`, participantId),
      }),
    );
  }
  return onCitizensSide(after, at, event.grants[0]?.recordedBy ?? null);
}

/** What waits for a second person, and what became of it: the team leader is asked, whose say it is about and others who have one are told. */
function matterTellings(
  event: EventOf<'matterRecorded' | 'matterConfirmed' | 'matterRejected' | 'matterLapsed'>,
  after: PlanState,
  at: string,
): Telling[] {
  const isSay = event.matter === 'part' || event.matter === 'endOfSay';
  const toLeader =
    event.type === 'matterRecorded' && after.provisional?.[event.confirmationId] !== undefined
      ? [{ ...toTeamLeader('confirmationAsked'), ref: confirmationRef(event, at) }]
      : [];
  const settled = event.type === 'matterRejected' || event.type === 'matterLapsed';
  const toldCoordinator = settled ? [toCoordinator('coordinatorTold')] : [];
  const about = event.participantId ?? '';
  const others = isSay && !isMootEnd(event) ? sayTellings(after, at, about) : [];
  const themself = isSay && toldOfOwn(event) ? [toFormer(about, 'sayChanged')] : [];
  const asked =
    event.matter === 'successor' && event.type === 'matterConfirmed'
      ? proposalTo(after, event.subjectId)
      : [];
  return [...toLeader, ...toldCoordinator, ...others, ...themself, ...asked];
}

/** The proposed successor is asked; one from another organisation once a second person has confirmed it. */
function proposalTo(after: PlanState, personId: string): Telling[] {
  const { proposal } = after;
  if (proposal === null || isProvisional(after, 'successor', personId)) return [];
  const ref = `handoverAnswer:${proposal.proposedAt}`;
  return [{ ...blank('handoverProposal', { kind: 'person', personId }), ref }];
}

/** Whoever is said to have a say hears of it when it is confirmed; whose say is to end hears of it at once. */
function toldOfOwn({ type, matter }: { type: string; matter: string }): boolean {
  return matter === 'part' ? type === 'matterConfirmed' : type !== 'matterLapsed';
}

function isMootEnd(event: { type: string; how?: string }): boolean {
  return event.type === 'matterLapsed' && event.how === 'moot';
}

/** What is on the agenda is for those who may know of appointments; others who come hear it at the meeting. */
function agendaTellings({ meetingId }: EventOf<'agendaSent'>, after: PlanState, at: string): Telling[] {
  const meeting = after.meetings[meetingId];
  return Object.keys(meeting?.invitations ?? {})
    .filter((participantId) => disclosedKinds(after, participantId, ['appointments'], at).length > 0)
    .map((participantId) =>
      toParticipant(participantId, 'agenda', {
        meetingId,
        sequence: meeting?.sequence ?? 0,
        discloses: 'appointments',
      }),
    );
}

/** Of another basis that one person alone recorded the citizen's side is told, unless the reason why not is on record. */
function basisTellings(event: EventOf<'basisRecorded'>, after: PlanState, at: string): Telling[] {
  const alone = after.provisional?.[confirmationId('basis', event.basis.basisId)] !== undefined;
  return alone && event.notToldBecause === null ? onCitizensSide(after, at, null) : [];
}

/** Everybody who has a say, but whom it is about: the citizen from 15 years on and those who hold custody. */
function sayTellings(state: PlanState, at: string, about: string): Telling[] {
  const holders = isMinor(state, at) ? custodyHolders(state) : [];
  const side = [
    ...(answersForThemself(state, at) ? [CITIZEN] : []),
    ...holders.map((one) => one.participantId),
  ];
  return side
    .filter((participantId) => participantId !== about)
    .sort()
    .map((participantId) => toParticipant(participantId, 'sayChanged'));
}

function isSayOf(state: PlanState, participantId: string): boolean {
  const role = state.participants[participantId]?.role;
  return role !== undefined && isOfASay(role);
}

/** To somebody whose part ends or ended: it says nothing of the plan. */
function toFormer(participantId: string, kind: NoticeKind = 'partEnded'): Telling {
  return { ...toParticipant(participantId, kind), discloses: null };
}

/** The silence of one who holds custody of a younger child goes to the team leader, too. */
function silentCustodyHolder(state: PlanState, event: EventOf<'stepPerformed'>): Telling[] {
  if (event.step !== 'escalateCitizenAnswer') return [];
  const awaited = awaitsOf(state).find((one) => one.ref === event.ref);
  const silent = awaited?.from.kind === 'participant' && isSayOf(state, awaited.from.participantId);
  return silent ? [{ ...toTeamLeader('teamLeaderTold'), ref: event.ref, reminder: true }] : [];
}

/** What one on the citizen's side refused or withdrew themself, the others hear of. */
function othersOnCitizensSide(state: PlanState, at: string, by: string | undefined): Telling[] {
  return by === undefined ? [] : onCitizensSide(state, at, by);
}

/** Tells those who speak for the citizen, and the custody holders of one under 18, except whoever did it. */
function onCitizensSide(state: PlanState, at: string, except: string | null): Telling[] {
  const holders = isMinor(state, at) ? custodyHolders(state) : [];
  const side = [...speakersForCitizen(state, at), ...holders].filter(({ personId }) => personId !== except);
  return [...new Set(side.map(({ participantId }) => participantId))]
    .sort()
    .map((participantId) => toParticipant(participantId, 'consentChanged'));
}

function stepTelling(state: PlanState, event: EventOf<'stepPerformed'>, notice: StepNotice): Telling[] {
  const ref = event.step === 'openFollowUp' ? `followUpClosing:${state.cycle}` : event.ref;
  const awaited = awaitsOf(state).find((one) => one.ref === ref);
  if (awaited === undefined) return [];
  const details: Details = { ref, reminder: true };
  switch (notice.audience) {
    case 'coordinator':
      return [{ ...toCoordinator(notice.kind), ...details }];
    case 'teamLeader':
      return [{ ...toTeamLeader(notice.kind), ...details }];
    case 'partyLeader':
      return awaited.from.kind === 'participant' || awaited.from.kind === 'organisation'
        ? [
            {
              ...blank(notice.kind, { kind: 'partyLeader', participantId: awaited.from.participantId }),
              ...details,
            },
          ]
        : [];
    case 'awaited':
      return [toAwaited(awaited.from, notice.kind, details)];
  }
}

function toAwaited(
  from: ReturnType<typeof awaitsOf>[number]['from'],
  kind: NoticeKind,
  details: Details,
): Telling {
  switch (from.kind) {
    case 'participant':
      return toParticipant(from.participantId, kind, details);
    case 'coordinator':
      return { ...toCoordinator(kind), ...details };
    case 'organisation':
      return { ...blank(kind, { kind: 'partyLeader', participantId: from.participantId }), ...details };
    case 'successor':
      return { ...blank(kind, { kind: 'person', personId: from.personId }), ...details };
    case 'teamLeader':
      return { ...toTeamLeader(kind === 'citizenQuestion' ? 'coordinatorReminder' : kind), ...details };
  }
}

/** The leader of a party that may know of the course is asked to name somebody; the citizen is not named. */
function toPartyLeader(state: PlanState, participantId: string, at: string): Telling | null {
  if (!mayKnow(state, participantId, at)) return null;
  return {
    ...blank('representativeMissing', { kind: 'partyLeader', participantId }),
    ref: representativeRef(participantId, at),
  };
}

/** Which kind of notice asked for something that somebody else was asked for, and is to be told anew. */
const ASKED_BY: Partial<Record<AwaitedKind, NoticeKind>> = {
  gatheringAnswer: 'gatheringRequest',
  proposalAnswer: 'meetingProposal',
  draftApproval: 'approvalRequest',
};

/** Whoever comes for a party is told what it was asked for and has not answered. */
function askedAnew(state: PlanState, participantId: string): Telling[] {
  return awaitsOf(state).flatMap(({ kind, ref, from }): Telling[] => {
    const asks = ASKED_BY[kind];
    if (asks === undefined || from.kind !== 'participant' || from.participantId !== participantId) return [];
    const about =
      kind === 'proposalAnswer'
        ? { meetingId: ref.split(':')[1] ?? null }
        : kind === 'draftApproval'
          ? { version: state.submission?.version ?? null }
          : {};
    return [toParticipant(participantId, asks, { ref, ...about })];
  });
}

/** What is awaited again of whoever was invited. */
function responseRef(
  { meetings }: PlanState,
  { meetingId, participantId }: EventOf<'meetingDeputyLeft'>,
): string {
  const meeting = meetings[meetingId];
  const round = meeting?.invitations[participantId]?.round ?? 0;
  return `invitationResponse:${meetingId}:${meeting?.sequence ?? 0}:${participantId}:${round}`;
}

/** A cancellation reveals nothing, so it goes even to somebody who has just lost the right to be told. */
function cancellationFor(participantId: string, meetingId: string, sequence: number): Telling {
  return {
    ...toParticipant(participantId, 'meetingCancellation', { meetingId, sequence }),
    discloses: null,
  };
}

function everyoneWhoKnows(state: PlanState, at: string): string[] {
  return activeParticipants(state)
    .map(({ participantId }) => participantId)
    .filter((participantId) => mayKnow(state, participantId, at));
}

function toParticipant(participantId: string, kind: NoticeKind, details: Details = {}): Telling {
  return { ...blank(kind, { kind: 'participant', participantId }), discloses: 'course', ...details };
}

function toCoordinator(kind: NoticeKind): Telling {
  return blank(kind, { kind: 'coordinator' });
}

/** To the person who has it now, and not to whoever stands in for them when it is sent. */
function toNewCoordinator(personId: string): Telling {
  return toPerson(personId, 'coordinationGiven');
}

function toPerson(personId: string, kind: NoticeKind): Telling {
  return blank(kind, { kind: 'person', personId });
}

function toTeamLeader(kind: NoticeKind): Telling {
  return blank(kind, { kind: 'teamLeader' });
}

function blank(kind: NoticeKind, recipient: NoticeRecipient): Telling {
  return {
    kind,
    recipient,
    discloses: null,
    ref: null,
    meetingId: null,
    sequence: null,
    version: null,
    reminder: false,
  };
}
