import type { OrganisationRole } from '../plan/actor.js';
import type {
  OrganisationField,
  PersonCorrection,
  PersonDetails,
  PersonField,
  Relation,
} from './person-details.types.js';

const CONTACT: readonly PersonField[] = ['email', 'telephone', 'address', 'language'];
const PERSON: readonly PersonField[] = [
  ...CONTACT,
  'givenName',
  'familyName',
  'channel',
  'protectedIdentity',
];
const WORK: readonly PersonField[] = ['organisationId', 'organisationRoles'];

/**
 * Which fields of somebody may be corrected by what one is to them (the right to have wrong data rectified, GDPR
 * articles 5(1)(d) and 16). What is not here nobody may correct.
 */
const FIELDS: Readonly<Record<Relation, readonly PersonField[]>> = {
  self: CONTACT,
  coordinator: PERSON,
  coordinatorOfParticipant: PERSON,
  teamLeader: [...PERSON, ...WORK],
  administrator: [...PERSON, ...WORK],
};

/** Who may say that a name and an address need no protection any more; others may only say that they do. */
const LIFTING: readonly Relation[] = ['coordinator', 'teamLeader', 'administrator'];

/** What a team leader may make somebody in the own organisation. */
const TEAM: readonly OrganisationRole[] = ['practitioner', 'coordinator'];

/** The fields of a correction that an actor of these relations may not correct. */
export function forbiddenFields(correction: PersonCorrection, relations: readonly Relation[]): PersonField[] {
  const permitted = relations.flatMap((relation) => FIELDS[relation]);
  return fieldsOf(correction).filter((field) => !permitted.includes(field));
}

/** Whether a correction leaves name and address protection (CPR-loven § 28) as it is, gives it, or may lift it. */
export function mayChangeProtection(
  before: Pick<PersonDetails, 'protectedIdentity'>,
  correction: PersonCorrection,
  relations: readonly Relation[],
): boolean {
  const lifts = before.protectedIdentity && correction.protectedIdentity === false;
  return !lifts || relations.some((relation) => LIFTING.includes(relation));
}

/**
 * Whether a correction gives or takes no more of an organisation's roles than the actor may: an administrator any; a team
 * leader those of the team, of somebody who works in the own organisation and nowhere else.
 */
export function mayChangeWork(
  before: Pick<PersonDetails, 'organisationId' | 'organisationRoles'>,
  correction: PersonCorrection,
  relations: readonly Relation[],
): boolean {
  if (WORK.every((field) => correction[field] === undefined)) return true;
  if (relations.includes('administrator')) return true;
  const { organisationId = before.organisationId, organisationRoles = before.organisationRoles } = correction;
  const ofTheTeam = (roles: readonly OrganisationRole[]): boolean =>
    roles.every((role) => TEAM.includes(role));
  const stays = organisationId === before.organisationId;
  const leaves = organisationId === null && organisationRoles.length === 0;
  return (
    relations.includes('teamLeader') &&
    (stays || leaves) &&
    ofTheTeam(before.organisationRoles) &&
    ofTheTeam(organisationRoles)
  );
}

/** Whether changes are about where somebody works or as what, on which their parts for an authority rest. */
export function changesWork(changes: PersonCorrection): boolean {
  return WORK.some((field) => changes[field] !== undefined);
}

/** What of a correction differs from what is there. */
export function changesOf<T extends object>(before: T, correction: Partial<T>): Partial<T> {
  const changed = Object.entries(correction).filter(
    ([field, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(before[field as keyof T]),
  );
  return Object.fromEntries(changed) as Partial<T>;
}

/** What the changed fields were before. */
export function before<T extends object>(details: T, changes: Partial<T>): Partial<T> {
  const fields = Object.keys(changes) as (keyof T)[];
  return Object.fromEntries(fields.map((field) => [field, details[field]])) as Partial<T>;
}

/** Who may record that somebody has died. */
const RECORDING_DEATH: readonly Relation[] = [
  'coordinator',
  'coordinatorOfParticipant',
  'teamLeader',
  'administrator',
];

/** Whether somebody of these relations may record that a person has died, or that this was a mistake. */
export function mayRecordDeath(relations: readonly Relation[]): boolean {
  return relations.some((relation) => RECORDING_DEATH.includes(relation));
}

/** Which fields of an organisation may be corrected: all by an administrator, the name by its team leader. */
export function organisationFieldsFor(
  relation: 'administrator' | 'teamLeader',
): readonly OrganisationField[] {
  return relation === 'administrator' ? ['name', 'leaderPersonId'] : ['name'];
}

function fieldsOf(correction: PersonCorrection): PersonField[] {
  return (Object.keys(correction) as PersonField[]).filter((field) => correction[field] !== undefined);
}
