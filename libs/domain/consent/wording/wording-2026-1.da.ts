import type { ConsentWording } from './consent-form.types.js';

/** Version 2026-1 in Danish. It has been shown to citizens: it is never changed, another text is another version. */
export const WORDING_2026_1_DA: ConsentWording = {
  title: 'Samtykke til videregivelse af oplysninger',
  introduction:
    'Du bestemmer, hvem der må få hvilke oplysninger om dig i din koordinerende indsatsplan. ' +
    'Samtykket gælder kun videregivelsen. At myndighederne har oplysninger om dig, følger af loven.',
  who: 'Hvem der giver oplysningerne videre',
  recipients: 'Hvem der må få hvilke oplysninger, og hvor længe',
  recipient: ({ name, kinds, from, to }) => `${name} må få: ${kinds}. Fra ${from} til og med ${to}.`,
  purpose: 'Hvad oplysningerne skal bruges til',
  purposes: {
    coordination:
      'De skal bruges til at koordinere hjælpen til dig: at lave planen, holde møder og følge op.',
    evaluation:
      'De skal bruges til at undersøge, om hjælpen virker. Ingen kan se, hvem du er, i det, der offentliggøres.',
  },
  basis: 'Hvilken regel samtykket gives efter',
  bases: {
    healthAct43: 'Sundhedslovens § 43. Samtykket gælder højst et år (§ 44).',
    adminAct28: 'Forvaltningslovens § 28, stk. 2, nr. 1.',
    serviceAct: 'Den sociale lovgivning.',
    gdprArticle9: 'Databeskyttelsesforordningens artikel 9, stk. 2, litra a.',
    custodyHolder:
      'Den, der har forældremyndigheden, giver samtykke for et barn. Samtykket gælder højst, til barnet fylder 18 år.',
  },
  voluntary: 'Det er frivilligt',
  voluntaryLines: [
    'Du kan sige nej, og du kan sige ja til nogle og nej til andre.',
    'Siger du nej, får modtageren ikke oplysningerne og kan ikke tage del i planen. Du får stadig den hjælp, du har ret til.',
  ],
  withdrawal: 'Du kan trække samtykket tilbage når som helst',
  withdrawalLines: [
    'Det gør du på siden for din plan, ved at ringe eller ved at sige det til din koordinator. Det er lige så let som at give det.',
    'Fra da af får modtageren ikke mere. Hvad modtageren allerede har fået, står i din plan.',
  ],
  recorded: 'Hvornår og hvordan',
  recordedLine: ({ date, manner, by, given }) => `${given} ${manner} den ${date}. Skrevet ned af ${by}.`,
  manners: { oral: 'mundtligt', written: 'skriftligt', digital: 'digitalt' },
  givers: {
    citizen: 'Givet af dig selv,',
    custodyHolder: 'Givet af den, der har forældremyndigheden,',
    guardian: 'Givet af værgen,',
  },
  contact: 'Hvem du kan spørge',
  contactLine: ({ name, telephone }) => (telephone === null ? name : `${name}, telefon ${telephone}`),
};
