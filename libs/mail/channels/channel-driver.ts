import type { Channel } from '../../domain/participants/participant.types.js';
import type { NoticeContent } from '../templates/compose-message.js';
import type { OutgoingMail } from '../transport/outgoing-mail.js';
import type { LedgerState } from './ledger.js';
import type { LetterContent } from './render-letter.js';

/** What each channel needs to be told or sent. */
export interface ChannelOrders {
  readonly mail: OutgoingMail;
  readonly letter: LetterContent;
  readonly telephone: NoticeContent;
  readonly inPerson: LetterContent;
}

/** The first line of a message's ledger on one channel. */
export interface LedgerEntry<C extends Channel> {
  readonly channel: C;
  readonly state: LedgerState<C>;
  /** What the server answered where it was no yes; see `SendOutcome`. */
  readonly code: string | null;
  /** What a person needs for doing the rest: a page to print (HTML) or what to say (text). */
  readonly sheet: { readonly type: 'text/html' | 'text/plain'; readonly content: string } | null;
}

/** A way to reach somebody. */
export interface ChannelDriver<C extends Channel> {
  readonly channel: C;
  /** Whether it is done once it was carried, or a person does it and records how it went. */
  readonly carriedBy: 'machine' | 'person';
  /**
   * Does what the machine can do: sends a mail, or prepares what a person prints, says or hands over.
   * @throws RangeError if the order has no notice, or a link or date in it is none
   */
  carry(order: ChannelOrders[C]): Promise<LedgerEntry<C>>;
}
