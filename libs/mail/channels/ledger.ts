import type { DeliveryStatus } from '../../domain/distribution/distribution.types.js';
import type { Channel } from '../../domain/participants/participant.types.js';

/** What can be on record about one message, by channel: the states of each channel's own ledger. */
export const LEDGER_STATES = {
  /** See `SendOutcome`; `delivered` and a late `refused` are what a mail server reports afterwards (RFC 3464). */
  mail: ['accepted', 'refused', 'deferred', 'uncertain', 'delivered'],
  /** `returned`: it came back, as unknown at the address or not collected. */
  letter: ['toPrint', 'printed', 'posted', 'returned'],
  telephone: ['toCall', 'notReached', 'told'],
  inPerson: ['toHandOver', 'notMet', 'handedOver'],
} as const satisfies Record<Channel, readonly string[]>;

export type LedgerState<C extends Channel> = (typeof LEDGER_STATES)[C][number];

/** What may be claimed of a message: `queued` means that nothing is known to have left. */
export type Claim = Extract<DeliveryStatus, 'queued' | 'accepted' | 'delivered' | 'read' | 'failed'>;

/**
 * The most that each ledger state lets anybody claim, never more than is known:
 *
 * - A mail server's yes is `accepted`, not `delivered`: it may still bounce. `uncertain` claims nothing, as the
 *   server may have taken the mail or not. `delivered` needs the report of the server that has the recipient's mailbox,
 *   or a fetch from the pages.
 * - A posted letter is `accepted` by the post, and nobody knows when it is opened.
 * - Only a person's word that it was told or handed over to the recipient is `read`.
 */
export const CHANNEL_CLAIMS: { readonly [C in Channel]: Readonly<Record<LedgerState<C>, Claim>> } = {
  mail: {
    accepted: 'accepted',
    refused: 'failed',
    deferred: 'queued',
    uncertain: 'queued',
    delivered: 'delivered',
  },
  letter: { toPrint: 'queued', printed: 'queued', posted: 'accepted', returned: 'failed' },
  telephone: { toCall: 'queued', notReached: 'queued', told: 'read' },
  inPerson: { toHandOver: 'queued', notMet: 'queued', handedOver: 'read' },
};

/** Which state may follow which; a state without followers is the end. */
export const LEDGER_MOVES: {
  readonly [C in Channel]: Readonly<Record<LedgerState<C>, readonly LedgerState<C>[]>>;
} = {
  mail: {
    accepted: ['delivered', 'refused'],
    refused: [],
    deferred: ['accepted', 'refused', 'deferred', 'uncertain'],
    uncertain: ['accepted', 'refused', 'deferred', 'uncertain', 'delivered'],
    delivered: ['refused'],
  },
  letter: { toPrint: ['printed'], printed: ['toPrint', 'posted'], posted: ['returned'], returned: [] },
  telephone: { toCall: ['notReached', 'told'], notReached: ['notReached', 'told'], told: [] },
  inPerson: { toHandOver: ['notMet', 'handedOver'], notMet: ['notMet', 'handedOver'], handedOver: [] },
};

/** Whether the ledger of a channel may go from one state to another. */
export function mayFollow<C extends Channel>(channel: C, from: LedgerState<C>, to: LedgerState<C>): boolean {
  return LEDGER_MOVES[channel][from].includes(to);
}
