import { READ_MODELS } from '../record/projections/rebuild.js';

/** The tables of a plan whose rows are deleted with it. */
export const PLAN_TABLES: readonly string[] = [
  ...READ_MODELS,
  'documents',
  'notices',
  'access_links',
  'wait_state_outbox',
  'register_news',
  'erasure_holds',
];

/** The tables of a plan whose rows stay, each with why they tell nothing that is anybody's. */
export const KEPT_OF_PLAN: Readonly<Record<string, string>> = {
  plan_events: 'only added to; what an event says is unreadable without the plan’s key',
  audit_entries: 'only added to, so that the chain can be followed; ids and codes',
  audit_listed: 'repeats entries of the audit; ids and times',
};

/** The tables of a person whose rows are deleted with them, in an order that references allow. */
export const PERSON_TABLES: readonly string[] = [
  'contact_details',
  'person_revisions',
  'citizens',
  'staff_numbers',
  'introductions',
  'sessions',
];

/** The tables in which a person is named by id and stays so; who it was nobody can tell any more. */
export const KEPT_OF_PERSON: Readonly<Record<string, string>> = {
  participants: 'belongs to the plan and goes with it',
  coordinator_periods: 'belongs to the plan and goes with it',
  plan_awaited: 'belongs to the plan and goes with it',
  register_news: 'belongs to the plan and goes with it',
  access_links: 'belongs to the plan and goes with it',
  audit_entries: 'only added to, so that the chain can be followed; ids and codes',
  employment_changes: 'only until it has followed in the plans; an id and a time',
};
