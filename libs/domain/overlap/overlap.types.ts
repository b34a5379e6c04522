/** What the two items have to do with each other. */
export type OverlapKind =
  | 'sameGoal'
  | 'doubleIntervention'
  | 'contradictingAppointments'
  | 'contradictingInterventions'
  | 'sharedResponsibility';

/** Why the rule put the two together; a person decides whether it is right. */
export type OverlapReasonCode =
  | 'sameAim'
  | 'sameAimOtherDegree'
  | 'sameWords'
  | 'sameActivity'
  | 'sameActivityAndAim'
  | 'sameTime'
  | 'travelTooShort'
  | 'oppositeDirection'
  | 'incompatibleDemands'
  | 'bothResponsible'
  | 'eachNamesTheOther';

export interface OverlapItem {
  planId: string;
  itemId: string;
}

export interface Overlap {
  /** The same for the same two items however often and in whatever order the rule runs. */
  key: string;
  kind: OverlapKind;
  a: OverlapItem;
  b: OverlapItem;
  /** `terms` are words or titles as the parties wrote them, first those of `a`, then those of `b`. */
  reason: { code: OverlapReasonCode; terms: string[] };
  /** 0 to 1, how sure the rule is; only for sorting, never a decision. */
  score: number;
}
