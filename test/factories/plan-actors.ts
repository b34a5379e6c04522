import type { Actor, OrganisationRole } from '../../libs/domain/plan/actor.js';
import { type Employment, NO_EMPLOYMENT } from '../../libs/domain/standing/standing.js';

function person(
  personId: string,
  organisationId: string | null,
  ...organisationRoles: OrganisationRole[]
): Actor {
  const worksIn = organisationId === null ? [] : [organisationId];
  return { kind: 'person', personId, organisationId, organisationRoles, worksIn };
}

/** The organisation that keeps the plan, and those of the parties. The substance treatment is in the former. */
export const organisations = {
  keeper: 'org-treatment',
  psychiatry: 'org-psychiatry',
  jobCentre: 'org-job-centre',
  elsewhere: 'org-elsewhere',
} as const;

/** Everybody who acts in a plan's life. Fictitious references only: the rules know no names. */
export const actors = {
  process: { kind: 'process' } as Actor,
  machine: {
    kind: 'client',
    clientId: 'machine',
    organisationId: organisations.keeper,
    scopes: ['register.read', 'register.write'],
  } as Actor,
  coordinator: person('person-coordinator', organisations.keeper, 'practitioner', 'coordinator'),
  successor: person('person-successor', organisations.keeper, 'practitioner', 'coordinator'),
  deputy: person('person-deputy', organisations.keeper, 'practitioner'),
  teamLeader: person('person-team-leader', organisations.keeper, 'teamLeader'),
  otherTeamLeader: person('person-other-leader', organisations.elsewhere, 'teamLeader'),
  stranger: person('person-stranger', organisations.elsewhere, 'practitioner'),
  citizen: person('person-citizen', null),
  custodyHolder: person('person-custody-holder', null),
  relative: person('person-relative', null),
  psychiatry: person('person-psychiatry', organisations.psychiatry, 'practitioner'),
  psychiatryColleague: person('person-psychiatry-2', organisations.psychiatry, 'practitioner'),
  substance: person('person-substance', organisations.keeper, 'practitioner'),
  jobCentre: person('person-job-centre', organisations.jobCentre, 'practitioner'),
} as const;
export type ActorName = keyof typeof actors;

/** The person behind an actor's name. */
export function personOf(name: ActorName): string {
  const actor = actors[name];
  if (actor.kind !== 'person') throw new Error(`${name} is no person`);
  return actor.personId;
}

/** Where an actor works, as the register has it. */
export function employmentOf(name: ActorName): Employment {
  const actor = actors[name];
  return actor.kind === 'person' ? { worksIn: actor.worksIn, roles: actor.organisationRoles } : NO_EMPLOYMENT;
}

/** The organisation behind an actor's name. */
export function organisationOf(name: ActorName): string | null {
  const actor = actors[name];
  return actor.kind === 'process' ? null : actor.organisationId;
}
