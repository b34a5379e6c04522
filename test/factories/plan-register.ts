import type { Actor } from '../../libs/domain/plan/actor.js';
import { decide } from '../../libs/domain/plan/decide.js';
import type { MergeTarget } from '../../libs/domain/plan/merging.js';
import type { CommandOf, PlanCommand } from '../../libs/domain/plan/plan.types.js';
import type { NamesWorker } from '../../libs/domain/register/workplace.js';
import { type Employment, NO_EMPLOYMENT } from '../../libs/domain/standing/standing.js';
import { actors } from './plan-actors.js';
import { startPlan } from './plan-commands.js';

/** The id of the one other plan that lives know of. */
const OTHER_PLAN = 'plan-2';

/** What the register says of a person. */
export interface Registered {
  readonly employmentOf: (personId: string) => Employment;
  readonly isDead: (personId: string) => boolean;
}

/** Everybody who acts in a plan's life is in the register, nobody else is, and all of them live. */
const CAST: Registered = { employmentOf: employmentOfCast, isDead: () => false };

/**
 * A command as the record gives it to the rules: with where the people work who are named or who act, unless the command
 * says so itself.
 */
export function asRegistered(
  command: PlanCommand,
  actor: Actor,
  { employmentOf, isDead }: Registered = CAST,
): PlanCommand {
  const workOf = (personId: string): Required<Pick<NamesWorker, 'worksIn' | 'worksAs' | 'deceased'>> => {
    const { worksIn, roles } = employmentOf(personId);
    return { worksIn, worksAs: roles, deceased: isDead(personId) };
  };
  switch (command.type) {
    case 'endPlan':
      return command.mergedIntoPlanId === OTHER_PLAN ? { into: otherPlan(), ...command } : command;
    case 'startPlan':
    case 'reopenPlan':
      return { ...workOf(command.coordinatorPersonId), ...command };
    case 'noteDeath':
      return { deceased: isDead(command.personId), ...command };
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

/** Another open plan, of a citizen whom the register has twice; its coordinator is the same. */
export function otherPlan(start: Partial<CommandOf<'startPlan'>> = {}): MergeTarget {
  const command = startPlan({ planId: OTHER_PLAN, citizenPersonId: 'person-citizen-again', ...start });
  const coordinator = actors.coordinator;
  const given = { at: '2026-01-01T09:00:00.000Z', actor: coordinator };
  return { state: decide(null, asRegistered(command, coordinator), given).state, coordinator };
}

function employmentOfCast(personId: string): Employment {
  const people: readonly Actor[] = Object.values(actors);
  const found = people.find((actor) => actor.kind === 'person' && actor.personId === personId);
  return found?.kind === 'person'
    ? { worksIn: found.worksIn, roles: found.organisationRoles }
    : NO_EMPLOYMENT;
}
