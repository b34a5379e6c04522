import { describe, expect, it } from '@jest/globals';
import { isMailAddress } from './mail-address.js';
import { revealsCourse } from './neutral-words.js';
import { plainLine } from './plain-line.js';

describe('words that reveal', () => {
  it.each([
    'Psykiatrisk Center, lokale 4',
    'Rusmiddelcentret',
    'Indsatsplansmøde',
    'KI-plan',
    'Samtykke',
    'Alkoholambulatoriet',
    'Behandlingsstedet',
    'Mødet om 251248-9996',
    '2512489996',
  ])('finds "%s"', (text) => {
    expect(revealsCourse(text)).toBe(true);
  });

  it.each(['Rådhuset, mødelokale 2', 'Videomøde', 'Torvet 5, 8000 Aarhus C', 'Kl. 09.00', 'Skiplanet'])(
    'lets "%s" pass',
    (text) => {
      expect(revealsCourse(text)).toBe(false);
    },
  );
});

describe('a plain line', () => {
  it('has no breaks, control or invisible characters and is short', () => {
    expect(plainLine('  Åse\r\nBcc: x\u0000\u200B\u2028Ø  ')).toBe('Åse Bcc: x Ø');
    expect(Array.from(plainLine('😀'.repeat(300)))).toHaveLength(100);
  });
});

describe('a mail address', () => {
  it.each(['nancy@example.dk', 'n.a+b@sub.example.dk', 'søren@example.dk'])('is %s', (text) => {
    expect(isMailAddress(text)).toBe(true);
  });

  it.each([
    '',
    'x',
    'a@b@c',
    'a@example.dk, b@example.dk',
    'a@example.dk\r\nRCPT TO:<b>',
    '<a@b.dk>',
    `${'a'.repeat(65)}@b.dk`,
  ])('is not "%s"', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });
});
