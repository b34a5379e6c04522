import type { Instant } from '../../domain/calendar/index.js';

/** The key of a plan's events and documents. */
export function planKeyName(planId: string): string {
  return `plan:${planId}`;
}

/** The key of a person's number and contact details. */
export function personKeyName(personId: string): string {
  return `person:${personId}`;
}

/** The key of where people came from who were noted in the audit in one month (UTC). */
export function auditKeyName(at: Instant): string {
  return `audit:${at.slice(0, 7)}`;
}
