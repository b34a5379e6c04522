import type { Catalogue } from '../../words/catalogue.js';

/** Why somebody might: by what they are to the plan, or by what the gate for disclosure found. */
const reasonsDa: Readonly<Record<string, string>> = {
  coordinator: 'er koordinator',
  deputy: 'er stedfortræder for koordinatoren',
  successor: 'er foreslået som koordinator',
  citizen: 'det er personens egen plan',
  ownInformation: 'det er personens egen plan',
  custodyHolder: 'har forældremyndigheden',
  teamLeader: 'er teamleder der, hvor planen hører til',
  representative: 'er med for en part',
  relative: 'er med som pårørende',
  chair: 'er mødeleder',
  consent: 'borgeren har givet samtykke',
  statutoryBasis: 'loven giver lov til det',
};

const da = {
  title: 'Hvem har set planen',
  lead: 'Her står, hvem der har set planen eller ændret noget i den, hvornår det var, og hvorfor de måtte. Det nyeste står øverst.',
  none: 'Der er ikke noget at vise her.',
  reasons: reasonsDa,
  protectedName: 'En person, hvis navn er beskyttet',
  client: 'Et andet system',
  what: 'Hvad',
  why: 'Hvorfor det måtte ske',
  saw: 'Kunne se',
  changed: 'Ændring',
  looked: 'Læst',
  inList: 'Set på en liste',
  inListText: 'Planen stod på en liste. Der stod en linje om den med det, som personen måtte se.',
  refused: 'Afvist',
  refusedText: 'Det måtte personen ikke. Der blev ikke vist noget.',
  coordination: 'hvordan arbejdet med planen går',
  letterTo: (name: string): string => `i et brev til ${name}`,
  own: 'det, der handler om personen selv',
};

const en: typeof da = {
  title: 'Who has seen the plan',
  lead: 'Here it says who has seen the plan or changed something in it, when, and why they might. The newest stands first.',
  none: 'There is nothing to show here.',
  reasons: {
    coordinator: 'is the coordinator',
    deputy: 'is the coordinator’s deputy',
    successor: 'is proposed as coordinator',
    citizen: 'it is the person’s own plan',
    ownInformation: 'it is the person’s own plan',
    custodyHolder: 'has custody',
    teamLeader: 'is team leader where the plan belongs',
    representative: 'takes part for a party',
    relative: 'takes part as a relative',
    chair: 'chairs a meeting',
    consent: 'the citizen has given consent',
    statutoryBasis: 'the law allows it',
  },
  protectedName: 'A person whose name is protected',
  client: 'Another system',
  what: 'What',
  why: 'Why it was allowed',
  saw: 'Could see',
  changed: 'Change',
  looked: 'Read',
  inList: 'Seen in a list',
  inListText: 'The plan was in a list. There was a line about it, with what the person may see.',
  refused: 'Refused',
  refusedText: 'The person may not do that. Nothing was shown.',
  coordination: 'how the work on the plan goes',
  letterTo: (name) => `in a letter to ${name}`,
  own: 'what is about the person',
};

export const ACCESS_LOG_WORDS: Catalogue<typeof da> = { da, en };
