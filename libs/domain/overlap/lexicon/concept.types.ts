/** Where a course takes a thing: more of it, less, none, or as it is. */
export type Direction = 'increase' | 'decrease' | 'stop' | 'keep';

/** The parts of life that plans are about; `help` holds the forms of help and the tasks around them. */
export type LexiconArea =
  | 'substance'
  | 'housing'
  | 'work'
  | 'economy'
  | 'medicine'
  | 'mentalHealth'
  | 'network'
  | 'physicalHealth'
  | 'dailyRhythm'
  | 'crime'
  | 'school'
  | 'help';

/**
 * aim: what a goal is about · activity: a form of help that two parties can both give ·
 * task: something that one party holds · demand: a condition, never a subject of its own.
 */
export type ConceptRole = 'aim' | 'activity' | 'task' | 'demand';

/**
 * One idea and the words parties use for it.
 *
 * A term is one or more words that are compared by stem. `hash*` begins with, `*gæld` ends with,
 * `>stop` fixes the direction ("ædru" already says none), `!vand` does not hold in the same breath as that word.
 */
export interface Concept {
  id: string;
  area: LexiconArea;
  role: ConceptRole;
  /** Where a plan takes it when the text does not say; a burden goes down, a good goes up. */
  natural: 'increase' | 'decrease';
  /** The wider concept; a narrower and a wider one meet, two narrower ones do not. */
  parent?: string;
  /** Getting it and keeping it are one aim (sleep), unlike a home or a job. */
  gradual?: boolean;
  /** Says too little alone ("samtale"); counts only together with a shared aim or word. */
  generic?: boolean;
  terms: string[];
}

const build =
  (role: ConceptRole, natural: Concept['natural']) =>
  (
    area: LexiconArea,
    id: string,
    lines: string | string[],
    more: Pick<Concept, 'parent' | 'gradual' | 'generic'> = {},
  ): Concept => ({
    id,
    area,
    role,
    natural,
    ...more,
    terms: [lines].flat().flatMap((line) => line.split(',').map((term) => term.trim())),
  });

/** Something a plan wants less of. `lines` hold the terms, separated by commas. */
export const burden = build('aim', 'decrease');
/** Something a plan wants more of. */
export const good = build('aim', 'increase');
/** A form of help. */
export const activity = build('activity', 'increase');
/** Something that one party holds. */
export const task = build('task', 'increase');
/** A condition for getting help. */
export const demand = build('demand', 'increase');
