import type { Instant } from '../calendar/index.js';
import type { GivenByWorker, NamesWorker } from '../register/workplace.js';

/** Who stands in for the coordinator in a stretch of time. */
export interface Deputy {
  readonly personId: string;
  /** Where they worked when appointed; not in states of before it was recorded. */
  readonly organisationId?: string | null;
  readonly from: Instant;
  readonly to: Instant;
  /** Whether the plan has taken notice of the beginning; unknown in older states, which need not. */
  readonly begun?: boolean;
}

export interface HandoverState {
  /** At most one at any time; null only while `vacantSince` has a deadline. */
  readonly coordinatorPersonId: string | null;
  readonly coordinatorSince: Instant | null;
  /** The organisation in which the coordinator worked when named; not in states of before it was recorded. */
  readonly coordinatorOrganisationId?: string | null;
  readonly proposal: {
    readonly successorPersonId: string;
    readonly organisationId?: string | null;
    readonly proposedAt: Instant;
    readonly deadline: Instant;
    /** When a second person confirmed one from another organisation. */
    readonly confirmedAt?: Instant;
  } | null;
  readonly vacancy: {
    readonly since: Instant;
    readonly deadline: Instant;
    /** Who coordinated until they worked there no more; if they come back before anybody is named, they do so again. */
    readonly left?: { readonly personId: string; readonly organisationId: string | null };
  } | null;
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
  | ({ readonly type: 'acceptHandover' } & GivenByWorker)
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

/** For which organisation somebody was named: the one in which they worked. Not in events of before it was recorded. */
export interface NamedFor {
  readonly organisationId?: string | null;
}

export type HandoverEvent =
  | ({
      readonly type: 'handoverProposed';
      readonly successorPersonId: string;
      readonly reason: string;
      readonly deadline: Instant;
    } & NamedFor)
  | ({
      readonly type: 'handoverAccepted';
      readonly personId: string;
      readonly formerPersonId: string | null;
    } & NamedFor)
  | { readonly type: 'handoverDeclined'; readonly reason: string }
  | { readonly type: 'handoverWithdrawn' }
  | {
      readonly type: 'coordinatorResigned';
      readonly personId: string;
      readonly reason: string;
      readonly deadline: Instant;
    }
  | {
      /** Works there no more, or in no role that may coordinate, by the register. */
      readonly type: 'coordinatorLeft';
      readonly personId: string;
      readonly deadline: Instant;
    }
  | ({ readonly type: 'coordinatorReturned'; readonly personId: string } & NamedFor)
  | { readonly type: 'successorLeft'; readonly personId: string }
  | ({ readonly type: 'coordinatorNamed'; readonly personId: string; readonly reason: string } & NamedFor)
  | ({
      readonly type: 'deputyAppointed';
      readonly personId: string;
      readonly from: Instant;
      readonly to: Instant;
      /** That they appointed themself, as a team leader may: whoever they stand in for is told. */
      readonly byThemself?: boolean;
    } & NamedFor)
  | { readonly type: 'deputyBegun'; readonly personId: string }
  | {
      readonly type: 'deputyEnded';
      readonly personId: string;
      /** That they work there no more, or in no role that may coordinate. */
      readonly left?: true;
    };
