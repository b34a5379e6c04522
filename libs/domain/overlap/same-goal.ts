import type { Candidate } from './candidate-pairs.js';
import { directionFit, meetings, restLikeness, sharedRest, termsOf, wordsOf } from './concept-meeting.js';
import type { Finding } from './finding.types.js';
import type { Reading } from './text-reading.js';

const threshold = 0.5;
const activityShare = 0.3;
const restShare = 0.1;
const mostRest = 2;
const smallerSide = 0.75;
const genericShare = 0.3;
const wordsThreshold = 0.6;

/** How much a reading has to say: its aims, its activities at a third, and a little for other words. */
function massOf(reading: Reading): number {
  const concepts = reading.mentions.reduce((sum, mention) => {
    if (mention.concept.role === 'aim')
      return sum + mention.weight * (mention.concept.generic === true ? genericShare : 1);
    return mention.concept.role === 'activity' ? sum + mention.weight * activityShare : sum;
  }, 0);
  return concepts + Math.min(reading.rest.length, mostRest) * restShare;
}

function byWords(a: Reading, b: Reading): Finding | undefined {
  const likeness = restLikeness(a, b);
  const shared = sharedRest(a, b);
  const known = [...a.mentions, ...b.mentions].some((mention) => mention.concept.role === 'aim');
  if (known || likeness < wordsThreshold) return undefined;
  return { kind: 'sameGoal', code: 'sameWords', terms: termsOf(shared), score: likeness * wordsThreshold };
}

/** Whether two goals want the same: the same concepts in the same direction, else nearly the same words. */
export function sameGoal({ a, b }: Candidate): Finding | undefined {
  const met = meetings(a.reading, b.reading, 'aim').map((meeting) => ({
    ...meeting,
    worth:
      Math.min(meeting.a.weight, meeting.b.weight) *
      meeting.nearness *
      directionFit(meeting.a, meeting.b) *
      (meeting.a.concept.generic === true ? genericShare : 1),
  }));
  const counting = met.filter((meeting) => meeting.worth > 0);
  if (counting.length === 0) return byWords(a.reading, b.reading);
  const shared = sharedRest(a.reading, b.reading);
  const matched =
    counting.reduce((sum, meeting) => sum + meeting.worth, 0) + Math.min(shared.length, mostRest) * restShare;
  const [small, large] = [massOf(a.reading), massOf(b.reading)].sort((x, y) => x - y) as [number, number];
  const score = Math.min(1, matched / (smallerSide * small + (1 - smallerSide) * large));
  if (score < threshold) return undefined;
  const otherDegree = counting.every((meeting) => meeting.a.direction !== meeting.b.direction);
  return {
    kind: 'sameGoal',
    code: otherDegree ? 'sameAimOtherDegree' : 'sameAim',
    terms: termsOf([...wordsOf(counting), ...shared]),
    score,
  };
}
