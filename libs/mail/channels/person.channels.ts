import type { Channel } from '../../domain/participants/participant.types.js';
import type { NoticeContent } from '../templates/compose-message.js';
import type { ChannelDriver, LedgerEntry } from './channel-driver.js';
import type { LedgerState } from './ledger.js';
import { renderCallNote } from './render-call-note.js';
import { type LetterContent, renderLetter } from './render-letter.js';

function entry<C extends Channel>(
  channel: C,
  state: LedgerState<C>,
  sheet: LedgerEntry<C>['sheet'],
): Promise<LedgerEntry<C>> {
  return Promise.resolve({ channel, state, code: null, sheet });
}

/** A letter that a person prints and posts. */
export class LetterChannel implements ChannelDriver<'letter'> {
  readonly channel = 'letter';
  readonly carriedBy = 'person';

  async carry(order: LetterContent): Promise<LedgerEntry<'letter'>> {
    return await entry(this.channel, 'toPrint', { type: 'text/html', content: renderLetter(order).html });
  }
}

/** A call that a person makes, with what to say. */
export class TelephoneChannel implements ChannelDriver<'telephone'> {
  readonly channel = 'telephone';
  readonly carriedBy = 'person';

  async carry(order: NoticeContent): Promise<LedgerEntry<'telephone'>> {
    return await entry(this.channel, 'toCall', { type: 'text/plain', content: renderCallNote(order) });
  }
}

/** A sheet that a person hands over and talks about. */
export class InPersonChannel implements ChannelDriver<'inPerson'> {
  readonly channel = 'inPerson';
  readonly carriedBy = 'person';

  async carry(order: LetterContent): Promise<LedgerEntry<'inPerson'>> {
    return await entry(this.channel, 'toHandOver', { type: 'text/html', content: renderLetter(order).html });
  }
}
