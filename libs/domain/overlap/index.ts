export { defaultTravel, type TravelPolicy } from './appointment-clash.js';
export type {
  ExistingAppointment,
  ExistingGoal,
  ExistingIntervention,
  ExistingPlan,
  ExistingPlanStatus,
  InterventionKind,
  LifeArea,
  PartyRole,
  Period,
} from './existing-plan.types.js';
export { findOverlaps } from './find-overlaps.js';
export type { FoundOverlaps } from './find-overlaps.js';
export type { Overlap, OverlapItem, OverlapKind, OverlapReasonCode } from './overlap.types.js';
