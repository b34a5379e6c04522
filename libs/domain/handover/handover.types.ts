import type { Instant } from '../calendar/index.js';
import type { NamesWorker } from '../register/workplace.js';

/** Who stands in for the coordinator in a stretch of time. */
export interface Deputy {
  readonly personId: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Whether the plan has taken notice of the beginning; unknown in older states, which need not. */
  readonly begun?: boolean;
}

export interface HandoverState {
  /** At most one at any time; null only while `vacantSince` has a deadline. */
  readonly coordinatorPersonId: string | null;
  readonly coordinatorSince: Instant | null;
  readonly proposal: {
    readonly successorPersonId: string;
    readonly proposedAt: Instant;
    readonly deadline: Instant;
  } | null;
  readonly vacancy: { readonly since: Instant; readonly deadline: Instant } | null;
  readonly deputy: Deputy | null;
  /** How often the coordinator has changed, for keys that must not repeat. */
  readonly changes: number;
}

export type HandoverCommand =
  | ({
      readonly type: 'proposeHandover';
      readonly successorPersonId: string;
      readonly reason: string;
    } & NamesWorker)
  | { readonly type: 'acceptHandover' }
  | { readonly type: 'declineHandover'; readonly reason: string }
  | { readonly type: 'withdrawHandover' }
  | { readonly type: 'resignCoordinator'; readonly reason: string }
  | ({ readonly type: 'nameCoordinator'; readonly personId: string; readonly reason: string } & NamesWorker)
  | ({
      readonly type: 'appointDeputy';
      readonly personId: string;
      readonly from: Instant;
      readonly to: Instant;
    } & NamesWorker)
  | { readonly type: 'dismissDeputy' };

export type HandoverEvent =
  | {
      readonly type: 'handoverProposed';
      readonly successorPersonId: string;
      readonly reason: string;
      readonly deadline: Instant;
    }
  | { readonly type: 'handoverAccepted'; readonly personId: string; readonly formerPersonId: string | null }
  | { readonly type: 'handoverDeclined'; readonly reason: string }
  | { readonly type: 'handoverWithdrawn' }
  | {
      readonly type: 'coordinatorResigned';
      readonly personId: string;
      readonly reason: string;
      readonly deadline: Instant;
    }
  | { readonly type: 'coordinatorNamed'; readonly personId: string; readonly reason: string }
  | {
      readonly type: 'deputyAppointed';
      readonly personId: string;
      readonly from: Instant;
      readonly to: Instant;
    }
  | { readonly type: 'deputyBegun'; readonly personId: string }
  | { readonly type: 'deputyEnded'; readonly personId: string };
