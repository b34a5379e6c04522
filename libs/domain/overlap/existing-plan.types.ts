import type { Instant, LocalDate } from '../calendar/index.js';

/** Who owns a plan, for instance `regionalPsychiatry`, `municipality`, `housingSupport`; parties add their own. */
export type PartyRole = string;

/** The life area a party files a goal under; the rule reads the text itself and does not depend on it. */
export type LifeArea = string;

/** The kind of help a party files an intervention under; free, since every party has its own list. */
export type InterventionKind = string;

/** Both days belong to the period; a missing end leaves that side open. */
export interface Period {
  from?: LocalDate;
  to?: LocalDate;
}

export type ExistingPlanStatus = 'planned' | 'active' | 'paused' | 'ended';

export interface ExistingGoal {
  id: string;
  text: string;
  area?: LifeArea;
}

/** Without `responsiblePartyId` the plan's owner is taken to be the one who acts. */
export interface ExistingIntervention extends Period {
  id: string;
  text: string;
  kind?: InterventionKind;
  responsiblePartyId?: string;
  dose?: string;
}

export interface ExistingAppointment {
  id: string;
  title: string;
  from: Instant;
  to: Instant;
  place?: string;
  withPartyId?: string;
}

/** A plan that one party already has for the citizen, as told in the survey (section 2 of the common plan). */
export interface ExistingPlan {
  id: string;
  ownerPartyId: string;
  ownerRole: PartyRole;
  title: string;
  /** True when a law demands the plan; `basis` then names the provision. */
  statutory: boolean;
  basis?: string;
  status: ExistingPlanStatus;
  period: Period;
  goals: ExistingGoal[];
  interventions: ExistingIntervention[];
  appointments: ExistingAppointment[];
}
