import type { ConsentWording } from './consent-form.types.js';
import { WORDING_2026_1_DA } from './wording-2026-1.da.js';

/**
 * Version 2026-2 in Danish: as 2026-1, with words of its own for who consents for a child. It has been shown: it is never
 * changed, another text is another version.
 */
export const WORDING_2026_2_DA: ConsentWording = {
  ...WORDING_2026_1_DA,
  ofChild: {
    introduction:
      'Du bestemmer som forældremyndighedsindehaver, hvem der må få hvilke oplysninger om barnet i barnets koordinerende indsatsplan. ' +
      'Samtykket gælder kun videregivelsen. At myndighederne har oplysninger om barnet, følger af loven.',
    purposes: {
      coordination:
        'De skal bruges til at koordinere hjælpen til barnet: at lave planen, holde møder og følge op.',
      evaluation:
        'De skal bruges til at undersøge, om hjælpen virker. Ingen kan se, hvem barnet er, i det, der offentliggøres.',
    },
    voluntaryLines: [
      'Du kan sige nej, og du kan sige ja til nogle og nej til andre.',
      'Siger du nej, får modtageren ikke oplysningerne og kan ikke tage del i planen. Barnet får stadig den hjælp, det har ret til.',
    ],
    withdrawalLines: [
      'Det gør du på siden for barnets plan, ved at ringe eller ved at sige det til koordinatoren. Det er lige så let som at give det.',
      'Fra da af får modtageren ikke mere. Hvad modtageren allerede har fået, står i barnets plan.',
    ],
    kinds: { citizenWishes: 'barnets egne ønsker' },
  },
};
