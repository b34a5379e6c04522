import { ensure, type ErrorCode } from '../plan/errors.js';
import type { PlanState } from '../plan/plan.types.js';
import type { NamesWorker } from '../register/workplace.js';
import { activeParticipants } from './participants.js';
import { ROLE_TERMS } from './participant.types.js';

type Plan = Pick<PlanState, 'citizenPersonId' | 'participants'> &
  Partial<Pick<PlanState, 'coordinatorPersonId' | 'deputy' | 'proposal' | 'organisationId' | 'meetings'>>;

/** Everybody who takes part as oneself: the citizen, custody holders, guardians, relatives, lay supporters. */
export function asOneself(plan: Pick<PlanState, 'citizenPersonId' | 'participants'>): string[] {
  const own = activeParticipants(plan).filter(({ role }) => ROLE_TERMS[role].takesPartFor === 'themself');
  return [plan.citizenPersonId, ...own.map(({ personId }) => personId)];
}

/** Everybody who acts in the plan for an authority, or is proposed to. */
export function forAuthority(plan: Plan): string[] {
  const parties = activeParticipants(plan).filter(
    ({ role }) => ROLE_TERMS[role].takesPartFor === 'organisation',
  );
  const deputies = Object.values(plan.meetings ?? {}).flatMap(({ invitations }) =>
    Object.values(invitations).map(({ deputyPersonId }) => deputyPersonId),
  );
  return [
    plan.coordinatorPersonId ?? null,
    plan.deputy?.personId ?? null,
    plan.proposal?.successorPersonId ?? null,
    ...parties.map(({ personId }) => personId),
    ...deputies,
  ].filter((personId) => personId !== null);
}

/**
 * Checks that nobody takes part both as oneself and for an authority in one plan, whichever came first: whoever acts for an
 * authority would take a say, and whoever has one would judge of themselves (forvaltningsloven § 3). The same person can be
 * two in the register; the keyed hash of their number tells, where it is known.
 * @throws DomainError PARTICIPANT.BOTH_KINDS, or the given code, with the field that names the person
 */
export function checkNeverTogether(
  plan: Plan,
  kind: 'asOneself' | 'forAuthority',
  personId: string,
  { sameAs = [], leads = [] }: NamesWorker,
  field: string,
  code: ErrorCode = 'PARTICIPANT.BOTH_KINDS',
): void {
  const others = kind === 'asOneself' ? forAuthority(plan) : asOneself(plan);
  const leader =
    kind === 'asOneself' && plan.organisationId !== undefined && leads.includes(plan.organisationId);
  ensure(!leader && ![personId, ...sameAs].some((one) => others.includes(one)), code, {
    field,
    expected:
      kind === 'asOneself'
        ? 'somebody who does not act in this plan for an authority'
        : 'somebody who does not take part as the citizen, a custody holder, relative, lay supporter or guardian',
  });
}
