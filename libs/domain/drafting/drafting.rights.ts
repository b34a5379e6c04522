import type { InformationKind } from '../consent/consent.types.js';
import { disclosedKinds } from '../disclosure/may-disclose.js';
import type { Given } from '../plan/actor.js';
import { ensure } from '../plan/errors.js';
import type { PlanCommand, PlanState } from '../plan/plan.types.js';
import { participantIdsOf, planRolesOf } from '../plan/rights.js';
import { approversOf } from './draft.js';
import type { WrittenSection } from './drafting.types.js';

/** Who besides the coordinator writes a section (the plan's five sections and who writes them). */
const SHARED_SECTIONS: readonly WrittenSection[] = ['challenges', 'citizenWishes', 'crisisPlan'];

/**
 * Whether the actor may see what a command is about. It is asked before anything else about it, so that no refusal tells
 * of goals, sections or a draft whoever may not see them.
 * @throws DomainError SECTION.NOT_YOURS or DRAFT.NOT_AN_APPROVER
 */
export function checkSight(state: PlanState, command: PlanCommand, given: Given): void {
  switch (command.type) {
    case 'saveSection':
      checkAuthor(state, command.section, given);
      return;
    case 'reportGoalStatus':
      checkKind(state, 'goals', 'goalId', given);
      return;
    case 'approveDraft':
    case 'objectToDraft':
      checkApprover(state, command.participantId, given);
      return;
    default:
  }
}

/** Nobody writes what the consent does not let them see, nor is told that it could be written. */
function checkAuthor(state: PlanState, section: WrittenSection, given: Given): void {
  if (coordinates(state, given)) return;
  ensure(SHARED_SECTIONS.includes(section), 'SECTION.NOT_YOURS', {
    field: 'section',
    expected: SHARED_SECTIONS.filter((shared) => sees(state, shared, given)).join(', '),
  });
  checkKind(state, section, 'section', given);
}

/** Whether there is a draft to approve is told to those who may see its goals. */
function checkApprover(state: PlanState, participantId: string, given: Given): void {
  if (coordinates(state, given)) return;
  ensure(approversOf(state, given.at).includes(participantId), 'DRAFT.NOT_AN_APPROVER', {
    field: 'participantId',
    expected: 'somebody who may see the goals',
  });
}

function checkKind(state: PlanState, kind: InformationKind, field: string, given: Given): void {
  ensure(sees(state, kind, given) || coordinates(state, given), 'SECTION.NOT_YOURS', { field });
}

function sees(state: PlanState, kind: InformationKind, { actor, at }: Given): boolean {
  return participantIdsOf(state, actor).some((id) => disclosedKinds(state, id, [kind], at).length > 0);
}

function coordinates(state: PlanState, { actor, at }: Given): boolean {
  const roles = planRolesOf(state, actor, at);
  return roles.includes('coordinator') || roles.includes('deputy');
}
