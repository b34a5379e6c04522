import type { MeetingStatus } from '../../libs/domain/meeting/meeting.types.js';
import type { PlanState } from '../../libs/domain/plan/plan.types.js';
import { deliveryKey } from '../../libs/domain/distribution/distribution.types.js';
import type { PlanView } from '../../libs/record/read/plan-view.js';

/** The parts of a plan's state that the read models must tell as well. */
export type ToldState = Pick<
  PlanState,
  | 'participants'
  | 'grants'
  | 'bases'
  | 'gatheringRequests'
  | 'overlapDecisions'
  | 'goals'
  | 'agreements'
  | 'submission'
  | 'versions'
  | 'deliveries'
  | 'citizenRequests'
  | 'proposal'
  | 'tasks'
> & {
  readonly sections: Readonly<Record<string, number>>;
  readonly meetings: Readonly<Record<string, unknown>>;
  readonly coordinatorPersonId: string | null;
  readonly openCycle: number | null;
};

/** What a state says of them. */
export function toldByState(state: PlanState): ToldState {
  return {
    // Since when nobody answers for an authority is for the rules; a reader is told what is awaited.
    participants: mapped(state.participants, ({ vacancies: _, ...participant }) => participant),
    grants: state.grants,
    bases: state.bases,
    gatheringRequests: state.gatheringRequests,
    overlapDecisions: state.overlapDecisions,
    meetings: mapped(state.meetings, (meeting) => ({
      ...meeting,
      // An ended meeting's options, answers and invitations no longer concern the rules.
      options: undefined,
      answered: isOver(meeting) ? [] : [...meeting.answered].sort(),
      invitations: isOver(meeting)
        ? {}
        : mapped(meeting.invitations, ({ round: _, entrySequence: __, ...invitation }) => invitation),
      // Counters for keys that must not repeat are of no use to a reader.
      rolesCheckedSequence: undefined,
      invitationRounds: undefined,
      entrySequences: undefined,
      guests: undefined,
      // Why a meeting is off matters until the death is taken back; a reader is told the reason.
      afterDeath: undefined,
      attendanceRecorded: meeting.status === 'held',
    })),
    sections: mapped(state.sections, ({ revision }) => revision),
    // Whether a version holds a goal is read from the versions.
    goals: mapped(state.goals, ({ draft: _, ...goal }) => goal),
    agreements: state.agreements,
    submission: state.submission,
    versions: state.versions,
    // What a reader does not need: the place of the event that ordered it.
    deliveries: mapped(state.deliveries, ({ orderedSeq: _, ...delivery }) => delivery),
    citizenRequests: state.citizenRequests,
    coordinatorPersonId: state.ended === null ? state.coordinatorPersonId : null,
    // Where a successor works, and that a second person confirmed them, is for the rules alone.
    proposal:
      state.proposal === null
        ? null
        : {
            successorPersonId: state.proposal.successorPersonId,
            proposedAt: state.proposal.proposedAt,
            deadline: state.proposal.deadline,
          },
    tasks: state.tasks,
    openCycle: state.openedCycleAt === null ? null : state.cycle,
  };
}

/** What the read models say of them. */
export function toldByReadModels(view: PlanView): ToldState {
  const submitted = view.versions.find(({ status }) => status === 'submitted');
  const proposal = view.handovers.find(({ endedAt }) => endedAt === null);
  return {
    participants: keyed(
      view.participants,
      ({ participantId }) => participantId,
      ({ participantId, personId, role, organisationId, channel, joinedAt, removedAt }) => ({
        participantId,
        personId,
        role,
        organisationId,
        channel,
        joinedAt,
        removedAt,
      }),
    ),
    grants: keyed(
      view.consents.filter(({ endedAt }) => endedAt === null),
      ({ grantId }) => grantId,
      (grant) => ({
        grantId: grant.grantId,
        consentId: grant.consentId,
        participantId: grant.participantId,
        kinds: grant.kinds,
        purpose: grant.purpose,
        basis: grant.basis,
        from: grant.from,
        to: grant.to,
        status: grant.status as 'given' | 'provisional',
        recordedBy: grant.recordedBy,
        recordedAt: grant.recordedAt,
        confirmBy: grant.confirmBy,
        givenBy: grant.givenBy,
      }),
    ),
    bases: keyed(
      view.statutoryBases.filter(({ endedAt }) => endedAt === null),
      ({ basisId }) => basisId,
      ({ basisId, participantId, basis, kinds, from, to }) => ({
        basisId,
        participantId,
        basis,
        kinds,
        from,
        to,
      }),
    ),
    gatheringRequests: keyed(
      view.gatheringRequests.filter(({ status }) => status !== 'withdrawn'),
      ({ participantId }) => participantId,
      ({ participantId, round, requestedAt, deadline, answer, answeredAt, late }) => ({
        participantId,
        round,
        requestedAt,
        deadline,
        answer,
        answeredAt,
        late,
      }),
    ),
    overlapDecisions: keyed(
      view.overlapDecisions,
      ({ overlapKey }) => overlapKey,
      ({ decision }) => decision,
    ),
    meetings: keyed(
      view.meetings,
      ({ meetingId }) => meetingId,
      (meeting) => ({
        meetingId: meeting.meetingId,
        kind: meeting.kind,
        status: meeting.status,
        options: undefined,
        proposedAt: meeting.proposedAt,
        answerBy: meeting.answerBy,
        answered: isOver(meeting)
          ? []
          : meeting.optionAnswers.map(({ participantId }) => participantId).sort(),
        from: meeting.from,
        to: meeting.to,
        sequence: meeting.sequence,
        fixedAt: meeting.fixedAt,
        chairParticipantId: meeting.chairParticipantId,
        invitations: isOver(meeting)
          ? {}
          : keyed(
              meeting.invitations.filter(({ withdrawnAt }) => withdrawnAt === null),
              ({ participantId }) => participantId,
              ({ sequence, invitedAt, respondBy, response, respondedAt, deputyPersonId }) => ({
                sequence,
                invitedAt,
                respondBy,
                response,
                ...(respondedAt === null ? {} : { answeredAt: respondedAt }),
                deputyPersonId,
              }),
            ),
        agendaSent: meeting.agendaSentAt !== null,
        attendanceRecorded: meeting.status === 'held',
        minutesRecorded: meeting.minutes !== null,
        rolesCheckedSequence: undefined,
      }),
    ),
    sections: keyed(
      view.sections,
      ({ section }) => section,
      ({ revision }) => revision,
    ),
    goals: keyed(
      view.goals,
      ({ goalId }) => goalId,
      ({ goalId, priority, status, reportedInCycle }) => ({ goalId, priority, status, reportedInCycle }),
    ),
    agreements: keyed(
      view.agreements,
      ({ agreementId }) => agreementId,
      ({ agreementId, goalId, responsibleParticipantId, deadline, bindingSince, outcome }) => ({
        agreementId,
        goalId,
        responsibleParticipantId,
        deadline,
        bindingSince,
        outcome,
      }),
    ),
    submission:
      submitted === undefined
        ? null
        : {
            version: submitted.version,
            submittedAt: submitted.submittedAt,
            deadline: submitted.deadline,
            approvals: keyed(
              submitted.approvals,
              ({ participantId }) => participantId,
              ({ answer }) => answer,
            ),
          },
    versions: view.versions
      .filter(({ status }) => status === 'locked')
      .map(({ version, lockedAt, gaps }) => ({ version, lockedAt: lockedAt ?? '', gaps }))
      .reverse(),
    deliveries: keyed(
      // The rules keep the newest two versions' deliveries.
      view.deliveries.filter(
        ({ version }) => version >= Math.max(...view.deliveries.map((one) => one.version)) - 1,
      ),
      ({ version, participantId }) => deliveryKey(version, participantId),
      ({ version, participantId, channel, status, attempt, since }) => ({
        version,
        participantId,
        channel,
        status,
        attempt,
        since,
      }),
    ),
    citizenRequests: keyed(
      view.citizenRequests.filter(({ answeredAt, lapsedAt }) => answeredAt === null && lapsedAt === null),
      ({ requestId }) => requestId,
      ({ requestId, kind, participantId, madeAt, deadline }) => ({
        requestId,
        kind,
        participantId,
        madeAt,
        deadline,
      }),
    ),
    coordinatorPersonId: view.coordinatorPeriods.find(({ until }) => until === null)?.personId ?? null,
    proposal:
      proposal === undefined
        ? null
        : {
            successorPersonId: proposal.successorPersonId,
            proposedAt: proposal.proposedAt,
            deadline: proposal.deadline,
          },
    tasks: keyed(
      view.tasks.filter(({ closedAt }) => closedAt === null),
      ({ taskId }) => taskId,
      ({ taskId, kind, ref, participantId, raisedAt, deadline }) => ({
        taskId,
        kind,
        ref,
        participantId,
        raisedAt,
        deadline,
      }),
    ),
    openCycle: view.followUps.find(({ closedAt }) => closedAt === null)?.cycle ?? null,
  };
}

function isOver({ status }: { readonly status: MeetingStatus }): boolean {
  return status === 'held' || status === 'cancelled';
}

function keyed<T, V>(
  rows: readonly T[],
  key: (row: T) => string,
  value: (row: T) => V,
): Readonly<Record<string, V>> {
  return Object.fromEntries(rows.map((row) => [key(row), value(row)]));
}

function mapped<T, V>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => V,
): Readonly<Record<string, V>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
