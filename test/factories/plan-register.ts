import type { Actor, OrganisationRole } from '../../libs/domain/plan/actor.js';
import type { PlanCommand } from '../../libs/domain/plan/plan.types.js';
import { actors } from './plan-actors.js';

/**
 * A command as the record gives it to the rules: with where the people work who are named or who act, unless the command
 * says so itself. Everybody who acts in a plan's life is in the register, and nobody else.
 */
export function asRegistered(command: PlanCommand, actor: Actor): PlanCommand {
  switch (command.type) {
    case 'startPlan':
    case 'reopenPlan':
      return { ...workOf(command.coordinatorPersonId), ...command };
    case 'addParticipant':
    case 'replaceParticipant':
    case 'nameCoordinator':
    case 'appointDeputy':
    case 'reportEmployment':
      return { ...workOf(command.personId), ...command };
    case 'proposeHandover':
      return { ...workOf(command.successorPersonId), ...command };
    case 'respondToInvitation':
      return command.deputyPersonId === null ? command : { ...workOf(command.deputyPersonId), ...command };
    case 'giveConsent':
    case 'recordBasis':
    case 'confirmMatter':
    case 'rejectMatter':
    case 'recordEndOfSay':
    case 'confirmConsent':
      return {
        actorWorksIn: actor.kind === 'person' ? workOf(actor.personId).worksIn : [],
        ...command,
      };
    default:
      return command;
  }
}

function workOf(personId: string): { worksIn: readonly string[]; worksAs: readonly OrganisationRole[] } {
  const people: readonly Actor[] = Object.values(actors);
  const found = people.find((actor) => actor.kind === 'person' && actor.personId === personId);
  return found?.kind === 'person'
    ? { worksIn: found.worksIn, worksAs: found.organisationRoles }
    : { worksIn: [], worksAs: [] };
}
