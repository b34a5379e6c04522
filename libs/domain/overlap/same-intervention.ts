import type { Candidate } from './candidate-pairs.js';
import { type Meeting, meetings, restLikeness, sharedRest, termsOf, wordsOf } from './concept-meeting.js';
import type { Finding } from './finding.types.js';
import type { ReadItem } from './plan-items.js';

const wordsThreshold = 0.6;
const tellingLength = 6;
const scores = { specific: 0.75, generic: 0.6, words: 0.55, aim: 0.15, kind: 0.1 };

const leftOver = (item: ReadItem, met: Meeting[], side: 'a' | 'b'): boolean =>
  item.reading.mentions.some(
    (mention) =>
      (mention.concept.role === 'aim' || mention.concept.role === 'activity') &&
      !met.some((meeting) => meeting[side] === mention),
  );

const has = (item: ReadItem, role: 'aim' | 'activity' | 'task'): boolean =>
  item.reading.mentions.some((mention) => mention.concept.role === role);

const isSpecific = (meeting: Meeting): boolean =>
  meeting.a.concept.generic !== true && meeting.b.concept.generic !== true;

/** What two interventions have in common. */
interface Likeness {
  aims: Meeting[];
  activities: Meeting[];
  tasks: Meeting[];
  words: { a: string; b: string }[];
  /** Both name an aim, and none is shared: the same form of help for different things. */
  apart: boolean;
  /** Nearly all words outside the lexicon are shared, among them a long one, and no concept stands alone. */
  alike: boolean;
}

function likenessOf({ a, b }: Candidate): Likeness {
  const aims = meetings(a.reading, b.reading, 'aim');
  const activities = meetings(a.reading, b.reading, 'activity');
  const met = [...aims, ...activities];
  const words = sharedRest(a.reading, b.reading).filter((pair) => pair.a.length >= tellingLength);
  return {
    aims,
    activities,
    tasks: meetings(a.reading, b.reading, 'task'),
    words,
    apart: aims.length === 0 && has(a, 'aim') && has(b, 'aim'),
    alike:
      words.length > 0 &&
      restLikeness(a.reading, b.reading) >= wordsThreshold &&
      !leftOver(a, met, 'a') &&
      !leftOver(b, met, 'b'),
  };
}

const finding = (
  kind: 'doubleIntervention' | 'sharedResponsibility',
  code: Finding['code'],
  like: Likeness,
  score: number,
): Finding => ({
  kind,
  code,
  terms: termsOf([...wordsOf([...like.activities, ...like.tasks, ...like.aims]), ...like.words]),
  score,
});

/** What one party holds and both believe to hold: a task by name, or a common word ("sørger for") about one thing. */
function bothResponsible(like: Likeness): Finding | undefined {
  if (like.tasks.length === 0) return undefined;
  const specific = like.tasks.some(isSpecific);
  const aboutOneThing =
    like.aims.length > 0 || like.activities.some(isSpecific) || like.alike || like.words.length > 0;
  if (like.apart || (!specific && !aboutOneThing)) return undefined;
  const base = specific ? scores.specific : scores.generic;
  return finding(
    'sharedResponsibility',
    'bothResponsible',
    like,
    base + (like.aims.length > 0 ? scores.aim : 0),
  );
}

/** The same help given twice: a named activity, a general one with the same aim, or the same words. */
function givenTwice({ a, b }: Candidate, like: Likeness): Finding | undefined {
  if (like.apart) return undefined;
  const sameKind = a.kind !== undefined && a.kind === b.kind ? scores.kind : 0;
  const code = like.aims.length > 0 ? 'sameActivityAndAim' : 'sameActivity';
  const aim = like.aims.length > 0 ? scores.aim : 0;
  if (like.activities.some(isSpecific)) {
    return finding('doubleIntervention', code, like, scores.specific + aim + sameKind);
  }
  if (like.activities.length > 0 && like.aims.length > 0) {
    return finding('doubleIntervention', code, like, scores.generic + aim + sameKind);
  }
  return like.alike ? finding('doubleIntervention', 'sameWords', like, scores.words + sameKind) : undefined;
}

/** Each party's plan leaves the thing to the other, so nobody does it. */
function eachNamesTheOther({ a, b }: Candidate, like: Likeness): Finding | undefined {
  if (a.holder !== b.owner || b.holder !== a.owner || a.owner === b.owner || like.apart) return undefined;
  const sameThing =
    like.activities.some(isSpecific) || like.aims.length > 0 || like.tasks.some(isSpecific) || like.alike;
  return sameThing ? finding('sharedResponsibility', 'eachNamesTheOther', like, 0.9) : undefined;
}

/**
 * Whether two interventions are one thing with two holders. Where both plans name the same party, the thing is one
 * intervention told twice and no overlap.
 */
export function sameIntervention(pair: Candidate): Finding | undefined {
  if (pair.a.holder === pair.b.holder) return undefined;
  const like = likenessOf(pair);
  return eachNamesTheOther(pair, like) ?? bothResponsible(like) ?? givenTwice(pair, like);
}
