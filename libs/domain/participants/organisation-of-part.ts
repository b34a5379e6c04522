import { ensure, required } from '../plan/errors.js';
import type { CommandOf } from '../plan/plan.types.js';
import { type Participant, ROLE_TERMS } from './participant.types.js';

/**
 * The organisation for which somebody comes to take part, as the register has it: a consent to an authority reaches those
 * who work there and nobody else (sundhedsloven § 43, forvaltningsloven § 28: consent is to a named recipient).
 * @returns the one that the command names or else the own one; null for a role in which people take part as themself
 * @throws DomainError PARTICIPANT.ORGANISATION_MISSING, PARTICIPANT.OTHER_ORGANISATION
 */
export function organisationOfPart({
  role,
  organisationId,
  worksIn = [],
}: CommandOf<'addParticipant'>): string | null {
  if (ROLE_TERMS[role].takesPartFor === 'themself') {
    ensure(organisationId === null, 'PARTICIPANT.OTHER_ORGANISATION', {
      field: 'organisationId',
      expected: `none: whoever is ${role} takes part as a person`,
    });
    return null;
  }
  const own = required(worksIn[0], 'PARTICIPANT.ORGANISATION_MISSING', {
    field: 'personId',
    expected: 'somebody who works in an organisation of the register',
  });
  ensure(organisationId === null || worksIn.includes(organisationId), 'PARTICIPANT.OTHER_ORGANISATION', {
    field: 'organisationId',
    expected: 'the organisation in which the person works, or one above it',
  });
  return organisationId ?? own;
}

/**
 * Checks that somebody may take the place of the person who answers for a party: only within the organisation to which
 * consent was given.
 * @throws DomainError PARTICIPANT.NOT_REPLACEABLE, PARTICIPANT.OTHER_ORGANISATION
 */
export function checkReplacement(
  { role, organisationId }: Participant,
  { worksIn = [] }: CommandOf<'replaceParticipant'>,
): void {
  ensure(ROLE_TERMS[role].takesPartFor === 'organisation', 'PARTICIPANT.NOT_REPLACEABLE', {
    field: 'participantId',
    expected: 'an authority or provider; a consent to a person is to that person alone',
  });
  ensure(organisationId !== null && worksIn.includes(organisationId), 'PARTICIPANT.OTHER_ORGANISATION', {
    field: 'personId',
    expected: 'somebody who works in the organisation of the participant, or in one below it',
  });
}
