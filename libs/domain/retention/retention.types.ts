import type { EndReason } from '../plan/plan.types.js';

/** How many months after its end a plan is kept, by the reason for which it ended. */
export type RetentionMonths = Readonly<Record<EndReason, number>>;
