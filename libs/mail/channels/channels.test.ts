import { describe, expect, it } from '@jest/globals';
import { CHANNELS } from '../../domain/participants/participant.types.js';
import { revealsCourse } from '../neutral-words.js';
import { CHANNEL_CLAIMS, LEDGER_MOVES, LEDGER_STATES, mayFollow } from './ledger.js';
import { InPersonChannel, LetterChannel, TelephoneChannel } from './person.channels.js';
import { type LetterContent, renderLetter } from './render-letter.js';

const letter: LetterContent = {
  language: 'da',
  firstName: 'Nancy',
  items: [{ kind: 'meetingProposal', deadline: '2027-03-09', link: 'https://besked.example.dk/b/5c0f' }],
  recipient: { name: 'Nancy Ann Berggren', lines: ['Testpark Allé 48, 3. tv', '3400 Hillerød'] },
  sender: { name: 'Fælles post', lines: ['Torvet 5', '8000 Aarhus C'] },
  contact: { name: 'Max Berggren', telephone: '86 00 00 00' },
  date: '2027-03-02',
  enclosed: false,
};

describe('what may be claimed', () => {
  it('is "delivered" only by the report of a mail server, and "read" only on the word of a person who was there', () => {
    const read = CHANNELS.flatMap((channel) =>
      Object.entries(CHANNEL_CLAIMS[channel]).flatMap(([state, claim]) => (claim === 'read' ? [state] : [])),
    );
    expect(read).toEqual(['told', 'handedOver']);
    const delivered = Object.entries(CHANNEL_CLAIMS).flatMap(([channel, claims]) =>
      Object.entries(claims).flatMap(([state, claim]) =>
        claim === 'delivered' ? [`${channel} ${state}`] : [],
      ),
    );
    expect(delivered).toEqual(['mail delivered']);
  });

  it('is nothing while nobody knows', () => {
    expect(CHANNEL_CLAIMS.mail.uncertain).toBe('queued');
    expect(CHANNEL_CLAIMS.mail.deferred).toBe('queued');
    expect(CHANNEL_CLAIMS.letter.printed).toBe('queued');
  });
});

describe('the ledger', () => {
  it.each(CHANNELS)('of %s lets every state be reached and names only its own', (channel) => {
    const states: readonly string[] = LEDGER_STATES[channel];
    const moves: Readonly<Record<string, readonly string[]>> = LEDGER_MOVES[channel];
    expect(Object.keys(moves)).toEqual(states);
    const reached = new Set(Object.values(moves).flat());
    expect([...reached].every((state) => states.includes(state))).toBe(true);
  });

  it('goes from print to post, and back only to print anew', () => {
    expect(mayFollow('letter', 'toPrint', 'printed')).toBe(true);
    expect(mayFollow('letter', 'toPrint', 'posted')).toBe(false);
    expect(mayFollow('letter', 'posted', 'toPrint')).toBe(false);
    expect(mayFollow('mail', 'accepted', 'refused')).toBe(true);
    expect(mayFollow('mail', 'accepted', 'delivered')).toBe(true);
    expect(mayFollow('mail', 'refused', 'delivered')).toBe(false);
    expect(mayFollow('mail', 'refused', 'accepted')).toBe(false);
  });
});

describe('a letter', () => {
  it('shows recipient, sender, date and whom to call', () => {
    const { html } = renderLetter(letter);
    expect(html).toContain(
      '<address>Nancy Ann Berggren<br>Testpark Allé 48, 3. tv<br>3400 Hillerød</address>',
    );
    expect(html).toContain('Fælles post, Torvet 5, 8000 Aarhus C');
    expect(html).toContain('tirsdag den 2. marts 2027');
    expect(html).toContain('Svar senest tirsdag den 9. marts 2027.');
    expect(html).toContain('ring til Max Berggren på telefon 86 00 00 00');
    expect(html).toContain('@page { size: A4');
    expect(html).toContain('<html lang="da">');
    expect(revealsCourse(html)).toBe(false);
  });

  it('says in English what lies in the envelope', () => {
    const { html } = renderLetter({
      ...letter,
      language: 'en',
      items: [{ kind: 'versionReady', deadline: null, link: 'https://besked.example.dk/b/5c0f' }],
      enclosed: true,
    });
    expect(html).toContain('It is enclosed with this letter.');
    expect(html).not.toContain('null');
  });

  it('escapes what people typed', () => {
    const { html } = renderLetter({ ...letter, recipient: { name: '<script>x</script>', lines: ['a\nb'] } });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;x&lt;/script&gt;<br>a b');
  });
});

describe('channels that a person carries', () => {
  it('start with work to do and what it needs', async () => {
    const posted = await new LetterChannel().carry(letter);
    const handed = await new InPersonChannel().carry({ ...letter, recipient: { name: 'Nancy', lines: [] } });
    const called = await new TelephoneChannel().carry(letter);
    expect([posted.state, handed.state, called.state]).toEqual(['toPrint', 'toHandOver', 'toCall']);
    expect(posted.sheet?.content).toContain('Nancy Ann Berggren');
    expect(handed.sheet?.content).toContain('<address>Nancy</address>');
    expect(called.sheet).toMatchObject({ type: 'text/plain' });
    expect(called.sheet?.content).toContain('Hvornår kan du mødes?');
    expect(called.sheet?.content).not.toContain('https:');
  });
});
