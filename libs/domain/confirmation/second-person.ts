import { activeParticipant } from '../participants/participants.js';
import { ROLE_TERMS, type Participant } from '../participants/participant.types.js';
import { answersForThemself } from '../participants/speaks-for-citizen.js';
import type { Actor, Given } from '../plan/actor.js';
import type { PlanState } from '../plan/plan.types.js';
import { planRolesOf, speaksForCitizen } from '../plan/rights.js';
import type { GivenByWorker } from '../register/workplace.js';
import type { ProvisionalMatter } from './confirmation.types.js';

/** Whether the actor is somebody, under whichever id the register knows them. */
export function isSamePerson(actor: Actor, personId: string, { actorSameAs = [] }: GivenByWorker): boolean {
  return actor.kind === 'person' && (actor.personId === personId || actorSameAs.includes(personId));
}

/**
 * Whether the actor profits from what reaches a recipient: they are the recipient, or work in the house to which it goes.
 * For whom somebody takes part by their role is not believed where the register says where they work.
 */
export function profits(actor: Actor, command: GivenByWorker, recipient: Participant): boolean {
  if (actor.kind !== 'person') return false;
  if (isSamePerson(actor, recipient.personId, command)) return true;
  const { actorWorksIn = [], recipientsWorkIn = {} } = command;
  const houses = actor.organisationId === null ? actorWorksIn : [actor.organisationId, ...actorWorksIn];
  if (recipient.organisationId !== null && houses.includes(recipient.organisationId)) return true;
  if (ROLE_TERMS[recipient.role].takesPartFor === 'organisation') return false;
  const theirs = recipientsWorkIn[recipient.personId] ?? [];
  return theirs.some((organisationId) => houses.includes(organisationId));
}

/**
 * Whether the actor can be the second person for a matter. Nobody confirms what they recorded, or what they profit from:
 * - a consent: those who speak for the citizen, or staff who do not work for the recipient;
 * - another basis: those who speak for the citizen, staff who do not work for the recipient, or the team leader, whose
 *   responsibility it is also where it is for the own house;
 * - that somebody has a say: the coordinator, a deputy or the team leader, by a document; another who has a say, who loses by it;
 * - a successor from another organisation: the team leader, or those who speak for the citizen;
 * - that somebody has it no more: the person themself, or the coordinator, a deputy or the team leader by a document; never another
 *   who has a say, who gains by it.
 */
export function mayConfirm(
  state: PlanState,
  matter: ProvisionalMatter,
  command: GivenByWorker,
  { actor, at }: Given,
): boolean {
  if (actor.kind !== 'person') return false;
  const leads = planRolesOf(state, actor, at).includes('teamLeader');
  const staff = actsAsStaff(state, { actor, at });
  const isRecorder = isSamePerson(actor, matter.recordedBy, command);
  if (matter.participantId === null) {
    const isThem = isSamePerson(actor, matter.subjectId, command);
    return !isRecorder && !isThem && (leads || speaksForCitizen(state, actor, at));
  }
  const about = activeParticipant(state, matter.participantId);
  const isAbout = isSamePerson(actor, about.personId, command);
  switch (matter.matter) {
    case 'consent':
      if (speaksForCitizen(state, actor, at)) return true;
      if (actor.personId === state.citizenPersonId) return false;
      return !isRecorder && !profits(actor, command, about);
    case 'basis':
      if (isRecorder || isAbout) return false;
      if (speaksForCitizen(state, actor, at)) return true;
      return leads || (staff && !profits(actor, command, about));
    case 'part':
      if (isRecorder || isAbout) return false;
      return (staff && !profits(actor, command, about)) || losesBySay(state, { actor, at });
    case 'successor':
      return false;
    case 'endOfSay':
      return isAbout || (staff && !isRecorder);
  }
}

/**
 * Whether the actor can say that a matter is not so. Of who has a say only staff do: neither one parent nor a child keeps
 * another out, and nobody their own end.
 */
export function mayReject(
  state: PlanState,
  matter: ProvisionalMatter,
  command: GivenByWorker,
  given: Given,
): boolean {
  if (!mayConfirm(state, matter, command, given)) return false;
  if (matter.matter !== 'part' && matter.matter !== 'endOfSay') return true;
  return actsAsStaff(state, given);
}

/** Whether the actor coordinates the plan, stands in, or leads it. */
export function actsAsStaff(state: PlanState, { actor, at }: Given): boolean {
  return planRolesOf(state, actor, at).some((role) => ['coordinator', 'deputy', 'teamLeader'].includes(role));
}

/** Another who has a say: a custody holder, or the citizen from 15 years on. */
function losesBySay(state: PlanState, { actor, at }: Given): boolean {
  if (actor.kind !== 'person' || actor.link !== undefined) return false;
  if (actor.personId === state.citizenPersonId) return answersForThemself(state, at);
  return planRolesOf(state, actor, at).includes('custodyHolder');
}
