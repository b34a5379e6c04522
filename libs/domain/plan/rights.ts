import { isProvisional } from '../confirmation/matters.js';
import { checkWithinLink } from '../access/within-link.js';
import { citizenDied, isDead } from '../death/deaths.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import { deputisedParties } from '../meeting/meeting-deputies.js';
import { custodyHolders, isMinor } from '../participants/custody.js';
import { activeParticipants, activeParties } from '../participants/participants.js';
import { speakersForCitizen } from '../participants/speaks-for-citizen.js';
import { type Participant, PARTY_ROLES, ROLE_TERMS } from '../participants/participant.types.js';
import { vacantSince } from '../standing/standing.awaits.js';
import { coordinationStandings, employmentOf, standingOf, stands } from '../standing/standing.js';
import type { Actor, Given } from './actor.js';
import { COMMAND_RULES } from './command-rules.js';
import { ensure } from './errors.js';
import type { PlanCommand, PlanState } from './plan.types.js';

/** What an actor is to one plan, at an instant. */
export const PLAN_ROLES = [
  'process',
  'coordinator',
  'deputy',
  'successor',
  'citizen',
  'custodyHolder',
  'representative',
  'relative',
  'chair',
  'meetingDeputy',
  'teamLeader',
  'partyLeader',
] as const;
export type PlanRole = (typeof PLAN_ROLES)[number];

/** What somebody can be who came by a link; nobody coordinates or speaks for the citizen that way. */
const ROLES_BY_LINK: readonly PlanRole[] = ['representative', 'relative'];

/** Every role of the actor in this plan; none means that the actor may not know of it. Nobody acts for who has died. */
export function planRolesOf(state: PlanState, actor: Actor, at: string): PlanRole[] {
  if (actor.kind === 'process') return ['process'];
  if (actor.kind === 'client') return [];
  const roles: PlanRole[] = [];
  const { personId, organisationId, organisationRoles, link } = actor;
  if (isDead(state, personId)) return [];
  const employment = employmentOf(actor);
  const standings = coordinationStandings(state);
  const named = (role: keyof typeof standings, isThem: boolean): void => {
    if (isThem && stands(standings[role], employment)) roles.push(role);
  };
  named('coordinator', personId === state.coordinatorPersonId);
  named('deputy', isDeputy(state, personId, at));
  const isSuccessor = personId === state.proposal?.successorPersonId;
  named('successor', isSuccessor && !isProvisional(state, 'successor', personId));
  if (personId === state.citizenPersonId) roles.push('citizen');
  const coordinates = roles.includes('coordinator') || roles.includes('deputy');
  const parts = participationsOf(state, actor);
  // Who acts for an authority takes no part as oneself beside it, also where a plan of before that rule has both.
  const themself = parts.some(({ role }) => ROLE_TERMS[role].takesPartFor === 'themself');
  for (const participant of parts) {
    if (participant.role === 'citizen') continue;
    if (coordinates && ROLE_TERMS[participant.role].takesPartFor === 'themself') continue;
    if (!mayKnow(state, participant.participantId, at)) continue;
    // Whoever held custody until the citizen came of age takes part by consent, as any relative does.
    if (participant.role === 'custodyHolder' && isMinor(state, at)) roles.push('custodyHolder');
    else roles.push(PARTY_ROLES.includes(participant.role) ? 'representative' : 'relative');
    if (chairs(state, participant.participantId)) roles.push('chair');
  }
  if (representedBy(state, actor, at).some((participantId) => mayKnow(state, participantId, at)))
    roles.push('meetingDeputy');
  if (organisationRoles.includes('teamLeader') && organisationId === state.organisationId && !themself)
    roles.push('teamLeader');
  if (vacantPartiesOf(state, actor, at).length > 0) roles.push('partyLeader');
  return [...new Set(roles)].filter((role) => link === undefined || ROLES_BY_LINK.includes(role));
}

/** The participants that the actor is and for whom they stand, in this plan. */
export function participantIdsOf(state: PlanState, actor: Actor): string[] {
  if (actor.kind !== 'person') return [];
  return participationsOf(state, actor).map(({ participantId }) => participantId);
}

/** The participants whom the actor represents at a meeting that is not over: they see what these may see, and no more. */
export function representedBy(state: PlanState, actor: Actor, at: string): string[] {
  if (actor.kind !== 'person' || actor.link !== undefined) return [];
  return deputisedParties(state, actor.personId, employmentOf(actor), at);
}

/** The parts in which a person stands in this plan: all of them, or the one that their link was given for. */
function participationsOf(state: PlanState, actor: Extract<Actor, { kind: 'person' }>): Participant[] {
  const { personId, link } = actor;
  const employment = employmentOf(actor);
  const own = activeParticipants(state).filter(
    (participant) => participant.personId === personId && stands(standingOf(participant), employment),
  );
  if (link === undefined) return own;
  return link.planId === state.planId
    ? own.filter(({ participantId }) => participantId === link.participantId)
    : [];
}

/** The parties that wait for somebody to be named, whose leader the actor is and which may know of the plan. */
function vacantPartiesOf(
  state: PlanState,
  { organisationId, organisationRoles }: Extract<Actor, { kind: 'person' }>,
  at: string,
): string[] {
  if (organisationId === null || !organisationRoles.includes('teamLeader')) return [];
  return activeParties(state)
    .filter((party) => party.organisationId === organisationId && vacantSince(party) !== null)
    .map(({ participantId }) => participantId)
    .filter((participantId) => mayKnow(state, participantId, at));
}

/** Whether the actor is the citizen, or holds custody of them. */
export function isCitizensOwn(state: PlanState, actor: Actor, at: string): boolean {
  if (actor.kind !== 'person' || actor.link !== undefined) return false;
  if (actor.personId === state.citizenPersonId) return true;
  return isMinor(state, at) && holdsCustody(state, actor.personId, at);
}

/** Whether the actor is one of those who speak for the citizen at an instant. */
export function speaksForCitizen(state: PlanState, actor: Actor, at: string): boolean {
  if (actor.kind !== 'person' || actor.link !== undefined) return false;
  const coordinates = actor.personId === state.coordinatorPersonId || isDeputy(state, actor.personId, at);
  return !coordinates && speakersForCitizen(state, at).some(({ personId }) => personId === actor.personId);
}

/**
 * Whether the actor may give this command. Whoever may not know of the plan is told that there is none.
 * Throws PLAN.NOT_FOUND or ACTOR.NOT_PERMITTED.
 */
export function checkRights(state: PlanState, command: PlanCommand, given: Given): void {
  const rule = COMMAND_RULES[command.type];
  const roles = planRolesOf(state, given.actor, given.at);
  ensure(roles.length > 0, 'PLAN.NOT_FOUND');
  checkWithinLink(given.actor, command.type);
  const permitted =
    rule.by.some((role) => roles.includes(role) && counts(role, state, command, given)) ||
    (rule.bySelf && isOwn(state, command, given.actor));
  ensure(permitted, 'ACTOR.NOT_PERMITTED', {
    expected: [...rule.by, ...(rule.bySelf ? ['self'] : [])].join(', '),
  });
}

/** Whether the command may be given in this phase of the plan. Throws PLAN.ENDED, PLAN.CITIZEN_DIED, PLAN.ON_HOLD or PLAN.AWAITS_CITIZEN_ANSWER. */
export function checkPhase(state: PlanState, command: PlanCommand): void {
  const rule = COMMAND_RULES[command.type];
  ensure(rule.afterEnd || state.ended === null, 'PLAN.ENDED');
  ensure(rule.afterDeath || !citizenDied(state), 'PLAN.CITIZEN_DIED', {
    expected: 'to cancel or record meetings, to coordinate, and to end the plan',
  });
  ensure(rule.onHold || !state.holds.some((hold) => hold.to === null), 'PLAN.ON_HOLD');
  ensure(rule.beforeAnswer || state.citizenAnswer === 'yes', 'PLAN.AWAITS_CITIZEN_ANSWER');
}

/** Whoever chairs a meeting has that role for this meeting only, and who leads a party for that party only. */
function counts(role: PlanRole, state: PlanState, command: PlanCommand, { actor, at }: Given): boolean {
  if (role === 'partyLeader') {
    const led = actor.kind === 'person' ? vacantPartiesOf(state, actor, at) : [];
    return 'participantId' in command && led.includes(command.participantId ?? '');
  }
  if (role !== 'chair') return true;
  const chair = 'meetingId' in command ? state.meetings[command.meetingId]?.chairParticipantId : null;
  return typeof chair === 'string' && participantIdsOf(state, actor).includes(chair);
}

function chairs(state: PlanState, participantId: string): boolean {
  return Object.values(state.meetings).some(({ chairParticipantId }) => chairParticipantId === participantId);
}

/** Whether the command concerns the actor's own part: an answer of theirs, an agreement that they are responsible for. */
function isOwn(state: PlanState, command: PlanCommand, actor: Actor): boolean {
  const own = participantIdsOf(state, actor);
  if (command.type === 'endAgreement') {
    return own.includes(state.agreements[command.agreementId]?.responsibleParticipantId ?? '');
  }
  return (
    'participantId' in command &&
    typeof command.participantId === 'string' &&
    own.includes(command.participantId)
  );
}

/** Nobody does who coordinates the plan, also where a plan of before that rule has it so. */
function holdsCustody(state: PlanState, personId: string, at: string): boolean {
  const coordinates = personId === state.coordinatorPersonId || isDeputy(state, personId, at);
  return !coordinates && custodyHolders(state).some((holder) => holder.personId === personId);
}

function isDeputy(state: PlanState, personId: string, at: string): boolean {
  const { deputy } = state;
  return deputy !== null && deputy.personId === personId && deputy.from <= at && at < deputy.to;
}
