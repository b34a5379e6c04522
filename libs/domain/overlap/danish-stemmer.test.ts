import { describe, expect, it } from '@jest/globals';

import { stemDanish } from './danish-stemmer.js';

describe('the stem of a Danish word', () => {
  it.each([
    ['drikker', 'drik'],
    ['drikke', 'drik'],
    ['lejligheden', 'lej'],
    ['stofferne', 'stof'],
    ['undersøgelser', 'undersøg'],
    ['arbejdsløst', 'arbejdsløs'],
    ['venligst', 'ven'],
    ['friskt', 'frisk'],
    ['hunds', 'hund'],
    ['hus', 'hus'],
    ['øl', 'øl'],
    ['', ''],
  ])('%s becomes %s', (word, stem) => {
    expect(stemDanish(word)).toBe(stem);
  });
});
