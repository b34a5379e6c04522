import type { Actor } from '../../libs/domain/plan/actor.js';
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
      return { worksIn: workplacesOf(command.coordinatorPersonId), ...command };
    case 'addParticipant':
    case 'replaceParticipant':
    case 'nameCoordinator':
    case 'appointDeputy':
      return { worksIn: workplacesOf(command.personId), ...command };
    case 'proposeHandover':
      return { worksIn: workplacesOf(command.successorPersonId), ...command };
    case 'giveConsent':
    case 'confirmConsent':
      return {
        actorWorksIn: actor.kind === 'person' ? workplacesOf(actor.personId) : [],
        ...command,
      };
    default:
      return command;
  }
}

function workplacesOf(personId: string): string[] {
  const people: readonly Actor[] = Object.values(actors);
  const found = people.find((actor) => actor.kind === 'person' && actor.personId === personId);
  return found?.kind === 'person' && found.organisationId !== null ? [found.organisationId] : [];
}
