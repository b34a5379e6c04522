import { copenhagenDate, type Instant, type LocalDate, maxInstant } from '../calendar/index.js';
import { deadlineAfter, endOfDay } from '../deadline/period.js';
import { activeParticipant } from '../participants/participants.js';
import { CITIZEN } from '../participants/participant.types.js';
import type { Actor } from '../plan/actor.js';
import type { DecidersOf } from '../plan/decider.types.js';
import { ensure, required, requiredIn } from '../plan/errors.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import { participantIdsOf } from '../plan/rights.js';
import {
  agreementsOfDraft,
  approversOf,
  draftGaps,
  goalsOfDraft,
  isOnlyInDraft,
  nextVersion,
} from './draft.js';
import { approvalDeadlines } from './drafting.awaits.js';
import {
  type Agreement,
  ANSWER_MANNERS,
  type AnswerManner,
  type DraftingCommand,
  type RecordedAnswer,
  type Submission,
} from './drafting.types.js';

export const draftingDeciders: DecidersOf<DraftingCommand> = {
  /** Two people never overwrite each other. */
  saveSection(state, { section, baseRevision, content }, given) {
    checkUnsubmitted(state);
    checkOpen(state);
    ensure(content.trim() !== '', 'SECTION.EMPTY', { field: 'content', expected: 'text' });
    const revision = state.sections[section]?.revision ?? 0;
    ensure(revision === baseRevision, 'SECTION.CONFLICT', {
      field: 'baseRevision',
      expected: String(revision),
    });
    const authorPersonId = given.actor.kind === 'person' ? given.actor.personId : 'process';
    return [{ type: 'sectionSaved', section, revision: revision + 1, content, authorPersonId }];
  },

  setGoal(state, { goalId, title, priority }) {
    checkUnsubmitted(state);
    checkOpen(state);
    const goal = state.goals[goalId];
    ensure(goal?.status !== 'achieved' && goal?.status !== 'dropped', 'GOAL.CLOSED', { field: 'goalId' });
    return [{ type: 'goalSet', goalId, title, priority }];
  },

  makeAgreement(state, { type: _, bindsAtOnce, ...agreement }, given) {
    if (!bindsAtOnce) {
      checkUnsubmitted(state);
      checkOpen(state);
    }
    const goal = requiredIn(state.goals, agreement.goalId, 'GOAL.NOT_FOUND', { field: 'goalId' });
    ensure(goal.status !== 'achieved' && goal.status !== 'dropped', 'GOAL.CLOSED', { field: 'goalId' });
    return [agreementMade(state, agreement, bindsAtOnce, given.at, '')];
  },

  reviseAgreement(state, { type: _, ...terms }, { at }) {
    const agreement = ofDraft(state, terms.agreementId);
    ensure(agreement.outcome === null, 'AGREEMENT.ALREADY_ENDED', { field: 'agreementId' });
    checkTerms(state, terms, at, '');
    return [{ type: 'agreementRevised', ...terms, deadline: endOfDay(terms.dueDate) }];
  },

  removeAgreement(state, { agreementId }) {
    ofDraft(state, agreementId);
    return [{ type: 'agreementRemoved', agreementId }];
  },

  removeGoal(state, { goalId }) {
    checkUnsubmitted(state);
    checkOpen(state);
    const goal = requiredIn(state.goals, goalId, 'GOAL.NOT_FOUND', { field: 'goalId' });
    ensure(isOnlyInDraft(state, goal), 'GOAL.IN_VERSION', {
      field: 'goalId',
      expected: 'the status dropped, for a goal of a locked version',
    });
    const agreements = Object.values(state.agreements).filter((one) => one.goalId === goalId);
    ensure(
      agreements.every(({ bindingSince }) => bindingSince === null),
      'AGREEMENT.BINDING',
      { field: 'goalId', expected: 'a goal of which no agreement binds' },
    );
    return [
      ...agreements.map(({ agreementId }): PlanEvent => ({ type: 'agreementRemoved', agreementId })),
      { type: 'goalRemoved', goalId },
    ];
  },

  endAgreement(state, { agreementId, outcome, reason, replacement }, { at }) {
    const agreement = requiredIn(state.agreements, agreementId, 'AGREEMENT.NOT_FOUND', {
      field: 'agreementId',
    });
    ensure(agreement.outcome === null, 'AGREEMENT.ALREADY_ENDED', { field: 'agreementId' });
    ensure(outcome === 'kept' || reason !== null, 'AGREEMENT.REASON_MISSING', {
      field: 'reason',
      expected: 'why it was late, changed or dropped',
    });
    ensure(outcome !== 'late' || at >= agreement.deadline, 'AGREEMENT.NOT_LATE', {
      field: 'outcome',
      expected: 'kept: its date is not over',
    });
    ensure(outcome !== 'changed' || replacement !== null, 'AGREEMENT.REASON_MISSING', {
      field: 'replacement',
      expected: 'the agreement that takes its place',
    });
    const ended: PlanEvent = {
      type: 'agreementEnded',
      agreementId,
      outcome,
      reason,
      replacedBy: outcome === 'changed' ? (replacement?.agreementId ?? null) : null,
    };
    if (outcome !== 'changed' || replacement === null) return [ended];
    const { goalId, bindingSince } = agreement;
    return [
      ended,
      agreementMade(state, { ...replacement, goalId }, bindingSince !== null, at, 'replacement.'),
    ];
  },

  reportGoalStatus(state, { goalId, status, note }) {
    const goal = requiredIn(state.goals, goalId, 'GOAL.NOT_FOUND', { field: 'goalId' });
    ensure(goal.status !== 'dropped', 'GOAL.CLOSED', { field: 'goalId' });
    if (status === 'dropped' || status === 'achieved') {
      ensure(openAgreements(state, goalId).length === 0, 'PLAN.AGREEMENTS_OPEN', {
        field: 'status',
        expected: 'every agreement of the goal ended first',
      });
    }
    const cycle = state.openedCycleAt === null ? null : state.cycle;
    return [{ type: 'goalStatusReported', goalId, status, note, cycle }];
  },

  submitDraft(state, _command, { at }) {
    checkOpen(state);
    checkUnsubmitted(state);
    checkFilled(state);
    const revisions = Object.fromEntries(
      Object.entries(state.sections).map(([section, { revision }]) => [section, revision]),
    );
    return [
      {
        type: 'draftSubmitted',
        version: nextVersion(state),
        deadline: deadlineAfter(at, state.policy.draftApprovalWithin, state.policy),
        approverIds: approversOf(state, at),
        revisions,
        goalIds: goalsOfDraft(state).map(({ goalId }) => goalId),
        agreementIds: agreementsOfDraft(state).map(({ agreementId }) => agreementId),
      },
    ];
  },

  approveDraft(state, { participantId, manner = null, submittedAt = null }, { actor }) {
    const submission = submitted(state);
    checkText(submission, submittedAt);
    checkApprover(submission, participantId);
    ensure(submission.approvals[participantId] === null, 'DRAFT.ALREADY_ANSWERED', {
      field: 'participantId',
    });
    const recorded = recordedAnswer(state, participantId, manner, actor);
    if (participantId !== CITIZEN || recorded.recordedBy === undefined)
      return [{ type: 'draftApproved', participantId, ...recorded }];
    ensure(recorded.manner !== undefined, 'DRAFT.MANNER_MISSING', {
      field: 'manner',
      expected: ANSWER_MANNERS.join(', '),
    });
    if (!state.citizenObjects) return [{ type: 'draftApproved', participantId, ...recorded }];
    ensure(recorded.manner === 'written', 'DRAFT.CITIZEN_SAID_NO', {
      field: 'manner',
      expected: "the citizen's own approval, or written",
    });
    return [{ type: 'draftApproved', participantId, ...recorded, afterCitizensNo: true }];
  },

  /** Whoever objects to a draft that another objection has just sent back is on record with their reason, too. */
  objectToDraft(state, { participantId, section, reason, manner = null, submittedAt = null }, { actor }) {
    const recorded = recordedAnswer(state, participantId, manner, actor);
    const objected = { type: 'draftObjected', participantId, section, reason, ...recorded } as const;
    const { submission, returned = null } = state;
    if (submission === null && returned?.approverIds.includes(participantId) === true) {
      checkText(returned, submittedAt);
      return [{ ...objected, toReturned: returned.version }];
    }
    const asked = submitted(state);
    checkText(asked, submittedAt);
    checkApprover(asked, participantId);
    return [objected];
  },

  withdrawDraft(state, { reason }) {
    submitted(state);
    return [{ type: 'draftWithdrawn', reason }];
  },

  lockVersion(state, { reason }, { at }) {
    const submission = submitted(state);
    const approvers = approversOf(state, at);
    const silent = Object.keys(submission.approvals).filter(
      (id) => submission.approvals[id] === null && approvers.includes(id),
    );
    const deadlines = approvalDeadlines(state);
    const last = maxInstant(submission.deadline, ...silent.map((id) => deadlines.get(id) ?? ''));
    ensure(silent.length === 0 || at >= last, 'DRAFT.STILL_WAITING', {
      expected: `every answer, or the deadline ${last}`,
    });
    ensure(!(state.citizenObjects && silent.includes(CITIZEN)), 'DRAFT.CITIZEN_SAID_NO', {
      expected: "the citizen's approval, since the citizen said no to an earlier draft",
    });
    return [{ type: 'versionLocked', version: submission.version, gaps: silent, reason }];
  },

  openRevision(state, { from, reason }) {
    ensure(state.versions.length > 0, 'DRAFT.NOT_LOCKED', { expected: 'a locked version to revise' });
    ensure(!state.open, 'DRAFT.ALREADY_OPEN');
    return [{ type: 'revisionOpened', from, reason }];
  },
};

/** Whoever answers for somebody else is on record with it, and so is how the answer was given. */
function recordedAnswer(
  state: PlanState,
  participantId: string,
  manner: AnswerManner | null,
  actor: Actor,
): RecordedAnswer {
  if (actor.kind !== 'person' || participantIdsOf(state, actor).includes(participantId)) return {};
  return { recordedBy: actor.personId, ...(manner === null ? {} : { manner }) };
}

function agreementMade(
  state: PlanState,
  agreement: {
    agreementId: string;
    goalId: string;
    title: string;
    responsibleParticipantId: string;
    dueDate: LocalDate;
  },
  binding: boolean,
  at: Instant,
  path: string,
): PlanEvent {
  ensure(state.agreements[agreement.agreementId] === undefined, 'AGREEMENT.ALREADY_EXISTS', {
    field: `${path}agreementId`,
  });
  checkTerms(state, agreement, at, path);
  const { agreementId, goalId, title, responsibleParticipantId, dueDate } = agreement;
  return {
    type: 'agreementMade',
    agreementId,
    goalId,
    title,
    responsibleParticipantId,
    dueDate,
    deadline: endOfDay(dueDate),
    binding,
  };
}

/** Somebody who takes part is responsible, by a day that is not over. */
function checkTerms(
  state: PlanState,
  { responsibleParticipantId, dueDate }: { responsibleParticipantId: string; dueDate: LocalDate },
  at: Instant,
  path: string,
): void {
  activeParticipant(state, responsibleParticipantId, `${path}responsibleParticipantId`);
  ensure(dueDate >= copenhagenDate(at), 'AGREEMENT.DUE_DATE_PAST', {
    field: `${path}dueDate`,
    expected: 'today or later',
  });
}

/** An agreement that can still be changed or taken out: it binds nobody, and nobody is asked to approve it just now. */
function ofDraft(state: PlanState, agreementId: string): Agreement {
  const agreement = requiredIn(state.agreements, agreementId, 'AGREEMENT.NOT_FOUND', {
    field: 'agreementId',
  });
  ensure(agreement.bindingSince === null, 'AGREEMENT.BINDING', {
    field: 'agreementId',
    expected: 'an agreement that does not bind yet; one that binds ends with an outcome',
  });
  checkUnsubmitted(state);
  checkOpen(state);
  return agreement;
}

function checkFilled(state: PlanState): void {
  const { sections, noGoal, goalIds } = draftGaps(state);
  const expected = [
    ...sections,
    ...(noGoal ? ['a goal'] : []),
    ...(goalIds.length > 0 ? ['an agreement for each goal'] : []),
  ];
  ensure(expected.length === 0, 'DRAFT.SECTIONS_MISSING', {
    field: sections.length > 0 ? 'sections' : noGoal ? 'goals' : 'agreements',
    expected: expected.join(', '),
    ...(goalIds.length > 0 ? { goalIds } : {}),
  });
}

function checkOpen(state: PlanState): void {
  ensure(state.open, 'DRAFT.CLOSED', { expected: 'a revision that has been opened' });
}

function checkUnsubmitted(state: PlanState): void {
  ensure(state.submission === null, 'DRAFT.SUBMITTED', { expected: 'a draft that is not out for approval' });
}

function submitted(state: PlanState): Submission {
  return required(state.submission, 'DRAFT.NOT_SUBMITTED');
}

/** Nobody answers for a text that they have not read. */
function checkText(draft: { readonly submittedAt: Instant }, submittedAt: Instant | null): void {
  ensure(submittedAt === null || submittedAt === draft.submittedAt, 'DRAFT.ANOTHER_TEXT', {
    field: 'submittedAt',
    expected: 'when the text that was read had been sent out',
    submittedAt: draft.submittedAt,
  });
}

function checkApprover(submission: Submission, participantId: string): void {
  ensure(submission.approvals[participantId] !== undefined, 'DRAFT.NOT_AN_APPROVER', {
    field: 'participantId',
  });
}

function openAgreements(state: PlanState, goalId: string): Agreement[] {
  return Object.values(state.agreements).filter((one) => one.goalId === goalId && one.outcome === null);
}
