import type { Catalogue } from '../../words/catalogue.js';

const da = {
  title: 'Tilgængelighedserklæring',
  lead: 'Alle skal kunne bruge siderne, også med tastatur alene, med skærmlæser, på en lille skærm og med stor skrift.',
  howHeading: 'Sådan er siderne lavet',
  how: 'De følger Det Fælles Designsystem og WCAG 2.1 på niveau AA (EN 301 549), som loven kræver. De kan bruges uden scripts. Vi afprøver dem i en rigtig browser, hver gang de ændres.',
  sessionHeading: 'Tidsgrænse',
  session:
    'Af hensyn til sikkerheden bliver du logget af, når du ikke har gjort noget i et stykke tid. Du bliver advaret i god tid og kan forlænge, så mange gange du vil. Efter en hel arbejdsdag skal du logge på igen.',
  tellHeading: 'Er der noget, du ikke kan bruge?',
  tell: 'Sig det til din koordinator eller til den myndighed, du har din plan hos. Så får du det, du har brug for, på en anden måde, og vi retter siden.',
  complainHeading: 'Får du ikke det svar, du har brug for?',
  complain:
    'Så kan du klage til Digitaliseringsstyrelsen, som fører tilsyn med tilgængelighed på offentlige websteder.',
};

const en: typeof da = {
  title: 'Accessibility statement',
  lead: 'Everybody must be able to use the pages, with a keyboard alone, with a screen reader, on a small screen and with large letters too.',
  howHeading: 'How the pages are made',
  how: 'They follow Det Fælles Designsystem and WCAG 2.1 at level AA (EN 301 549), as the law asks. They can be used without scripts. We try them in a real browser each time they change.',
  sessionHeading: 'Time limit',
  session:
    'For your security you are logged out when you have not done anything for a while. You are warned in good time and can prolong it as often as you like. After a whole working day you log in again.',
  tellHeading: 'Is there something that you cannot use?',
  tell: 'Tell your coordinator, or the authority that your plan is with. Then you get what you need in another way, and we mend the page.',
  complainHeading: 'Do you not get the answer that you need?',
  complain:
    'Then you can complain to the Agency for Digital Government, which supervises the accessibility of public websites in Denmark.',
};

export const ACCESSIBILITY_WORDS: Catalogue<typeof da> = { da, en };
