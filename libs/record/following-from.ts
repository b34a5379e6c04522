import type { EntityManager } from 'typeorm';
import type { Given } from '../domain/plan/actor.js';
import { decide, type Decision } from '../domain/plan/decide.js';
import { DomainError, type ErrorCode } from '../domain/plan/errors.js';
import type { PlanCommand, PlanState } from '../domain/plan/plan.types.js';
import { checkReferences } from './references.js';

/** Refusals that rest on the register, where whoever does not exist works nowhere. */
const BY_THE_REGISTER: readonly ErrorCode[] = [
  'PARTICIPANT.ORGANISATION_MISSING',
  'PARTICIPANT.OTHER_ORGANISATION',
  'COORDINATOR.NOT_ELIGIBLE',
  'MEETING.DEPUTY_FROM_ELSEWHERE',
  'PLAN.MERGE_REFUSED',
];

/**
 * What follows from a command whose references exist; that one does not is said before what would follow from it.
 * @throws DomainError, UnknownReference
 */
export async function followingFrom(
  manager: EntityManager,
  planId: string,
  state: PlanState | null,
  command: PlanCommand,
  given: Given,
): Promise<Decision> {
  try {
    const decision = decide(state, command, given);
    await checkReferences(manager, planId, command, given.actor, given.at);
    return decision;
  } catch (error) {
    if (error instanceof DomainError && BY_THE_REGISTER.includes(error.code)) {
      await checkReferences(manager, planId, command, given.actor, given.at);
    }
    throw error;
  }
}
