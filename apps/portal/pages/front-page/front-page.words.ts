import type { Catalogue } from '../../words/catalogue.js';

const da = {
  door: {
    title: 'Koordinerende indsatsplaner',
    lead: 'Når du får hjælp flere steder på én gang, samler den koordinerende indsatsplan, hvad I har aftalt, hvem der gør hvad, og hvornår.',
    who: 'Her følger du planen, hvis den er din, og hvis du er en af dem, der hjælper.',
    how: 'Du logger på med MitID. Er du fagperson, logger du på, som du gør på dit arbejde.',
    logOn: 'Log på',
  },
  plans: {
    title: 'Dine planer',
    heading: 'Dine planer',
    empty: 'Du har ingen planer her endnu',
    whatComes: 'Når du er med i en plan, står den her, og du får besked om det.',
    waits: 'Det venter på dig',
    nothingWaits: 'Der er ikke noget, der venter på dig lige nu.',
    tasks: 'Opgaver',
    phase: 'Fase',
    waitsFor: 'Venter på dig',
    nextMeeting: 'Næste møde',
    nextDate: 'Næste frist',
    ended: (day: string): string => `Afsluttet den ${day}`,
    started: (day: string): string => `Begyndt den ${day}`,
    otherPlan: 'Plan',
    mine: 'Dine oplysninger',
    myData: 'Se alt, hvad der er gemt om dig',
  },
};

const en: typeof da = {
  door: {
    title: 'Coordinating action plans',
    lead: 'When you get help in several places at once, the coordinating action plan brings together what you have agreed, who does what, and when.',
    who: 'Here you follow the plan if it is yours, and if you are one of those who help.',
    how: 'You log in with MitID. If you are a practitioner, you log in as you do at work.',
    logOn: 'Log in',
  },
  plans: {
    title: 'Your plans',
    heading: 'Your plans',
    empty: 'You have no plans here yet',
    whatComes: 'When you are part of a plan it stands here, and you are told about it.',
    waits: 'It waits for you',
    nothingWaits: 'Nothing waits for you right now.',
    tasks: 'Tasks',
    phase: 'Phase',
    waitsFor: 'Waits for you',
    nextMeeting: 'Next meeting',
    nextDate: 'Next deadline',
    ended: (day) => `Ended on ${day}`,
    started: (day) => `Begun on ${day}`,
    otherPlan: 'Plan',
    mine: 'Your information',
    myData: 'See everything that is kept about you',
  },
};

export const FRONT_PAGE_WORDS: Catalogue<typeof da> = { da, en };
