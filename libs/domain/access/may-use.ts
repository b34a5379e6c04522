import type { OrganisationRole } from '../plan/actor.js';
import { OPERATION_RULES, type Operation } from './operation-rules.js';

/** Whether somebody who is signed in may use an operation beside the plans, by what they are in their organisation. */
export function mayUse(
  operation: Operation,
  { organisationRoles }: { readonly organisationRoles: readonly OrganisationRole[] },
): boolean {
  const rule = OPERATION_RULES[operation];
  if (rule.to !== 'signedIn') return false;
  return rule.by === undefined || rule.by.some((role) => organisationRoles.includes(role));
}
