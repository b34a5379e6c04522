import type { Instant, LocalDate } from '../calendar/index.js';
import type { ExistingPlan } from '../overlap/existing-plan.types.js';

/** What a party says when it is asked for its existing plans. */
export type GatheringAnswer =
  | {
      readonly kind: 'plans';
      readonly existingPlans: readonly ExistingPlan[];
      readonly documentIds: readonly string[];
    }
  | { readonly kind: 'noPlan' }
  | { readonly kind: 'cannotAnswer'; readonly reason: string };

export interface GatheringRequest {
  readonly participantId: string;
  /** 1 for the first time that this party is asked. */
  readonly round: number;
  readonly requestedAt: Instant;
  readonly deadline: Instant;
  readonly answer: GatheringAnswer['kind'] | null;
  readonly answeredAt: Instant | null;
  readonly late: boolean;
}

export interface GatheringState {
  readonly gatheringRequests: Readonly<Record<string, GatheringRequest>>;
  /** How often each party has been asked, withdrawn requests included. */
  readonly gatheringRounds: Readonly<Record<string, number>>;
  /** Parties whose request a person withdrew: asking them is no longer owed. */
  readonly gatheringWaived: readonly string[];
  /** Overlaps that a person has confirmed or dismissed, by the overlap's key. */
  readonly overlapDecisions: Readonly<Record<string, 'confirmed' | 'dismissed'>>;
}

export type GatheringCommand =
  | {
      readonly type: 'requestGathering';
      readonly participantIds: readonly string[];
      /** The last day for an answer; by policy if null. */
      readonly answerBy: LocalDate | null;
    }
  | {
      readonly type: 'answerGathering';
      readonly participantId: string;
      readonly answer: GatheringAnswer;
      /** By document: the participant for whom it was uploaded; looked up by the record. */
      readonly documentsOf?: Readonly<Record<string, string>>;
    }
  | { readonly type: 'withdrawGathering'; readonly participantId: string; readonly reason: string }
  | {
      readonly type: 'decideOverlap';
      readonly overlapKey: string;
      readonly decision: 'confirmed' | 'dismissed';
      readonly reason: string | null;
      /** Whether the rule finds it between the existing plans of now; looked up by the record. */
      readonly isFound?: boolean;
    };

export type GatheringEvent =
  | {
      readonly type: 'gatheringRequested';
      readonly participantId: string;
      readonly round: number;
      readonly deadline: Instant;
    }
  | {
      readonly type: 'gatheringAnswered';
      readonly participantId: string;
      readonly round: number;
      readonly answer: GatheringAnswer;
      readonly late: boolean;
    }
  | { readonly type: 'gatheringWithdrawn'; readonly participantId: string; readonly reason: string }
  | {
      readonly type: 'overlapDecided';
      readonly overlapKey: string;
      readonly decision: 'confirmed' | 'dismissed';
      readonly reason: string | null;
    };
