import { describe, expect, it } from '@jest/globals';

import { stemOf } from './danish-text.js';
import { concepts } from './lexicon/index.js';
import { readText } from './text-reading.js';

const read = (text: string): Record<string, string> =>
  Object.fromEntries(readText(text).mentions.map(({ concept, direction }) => [concept.id, direction]));

describe('what the rule understands of a text', () => {
  it.each([
    ['Blive ædru', { alcohol: 'stop' }],
    ['Stoppe med at drikke', { alcohol: 'stop' }],
    ['Drikke mindre', { alcohol: 'decrease' }],
    ['Ikke drikke mere', { alcohol: 'stop' }],
    ['Borger ønsker ikke at stoppe med at drikke', { alcohol: 'keep' }],
    ['Drikke mere vand', { fluids: 'increase' }],
    ['Stoppe med hash og alkohol', { cannabis: 'stop', alcohol: 'stop' }],
    ['Stoppe med hash og beholde jobbet', { cannabis: 'stop', employment: 'keep' }],
    ['Undgå at miste lejligheden', { home: 'keep' }],
    ['Finde en lejlighed', { home: 'increase' }],
    ['Mindske angst i sociale sammenhænge', { anxiety: 'decrease', network: 'increase' }],
    ['Alkoholsamtale', { alcohol: 'decrease', talk: 'increase' }],
    ['Der stilles ikke krav', { demand: 'stop' }],
    ['', {}],
    ['12 !? –', {}],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['Faa struktur paa doegnrytmen', 'Få struktur på døgnrytmen'],
    ['BLIVE ÆDRU', 'blive aedru'],
    ['Blive \u0061\u030Aben om alkohol', 'Blive åben om alkohol'],
    ['job-afklaring', 'jobafklaring'],
  ])('reads %s like %s', (one, other) => {
    expect(read(one)).toEqual(read(other));
  });

  it('gives half weight to what something is for', () => {
    const weights = readText('Finde et job, så jeg kan betale min gæld').mentions.map((mention) => [
      mention.concept.id,
      mention.weight,
    ]);
    expect(weights).toEqual([
      ['debt', 0.5],
      ['employment', 1],
    ]);
  });
});

describe('the lexicon', () => {
  it('names every concept once and only parents that exist', () => {
    const ids = concepts.map((concept) => concept.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { parent } of concepts) expect([undefined, ...ids]).toContain(parent);
  });

  it('has no single word that a small word is mistaken for', () => {
    const smallWords = 'være bliver have kan skal alle andre nogle gang dag uge mere mindre få gøre'.split(
      ' ',
    );
    const small = new Set(smallWords.map(stemOf));
    const single = concepts.flatMap(({ terms }) => terms).filter((term) => !/[ *]/.test(term));
    expect(single.filter((term) => small.has(stemOf(term)))).toEqual([]);
  });
});
