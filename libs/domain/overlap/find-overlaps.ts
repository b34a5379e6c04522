import { appointmentClashes, defaultTravel, type TravelPolicy } from './appointment-clash.js';
import { Effort, OVERLAP_BOUNDS, twoParties } from './bounds.js';
import { type Candidate, candidatePairs } from './candidate-pairs.js';
import { contradictingInterventions, rulesTouched } from './contradicting-interventions.js';
import type { ExistingPlan } from './existing-plan.types.js';
import type { Finding } from './finding.types.js';
import { lineOf } from './lexicon/concept-line.js';
import { overlapKey } from './overlap-key.js';
import type { Overlap, OverlapItem } from './overlap.types.js';
import { countingPlans, readGoals, readInterventions, type ReadItem } from './plan-items.js';
import { sameGoal } from './same-goal.js';
import { sameIntervention } from './same-intervention.js';

const keysOf = ({ reading }: ReadItem): string[] => [
  ...reading.mentions.flatMap((mention) => lineOf(mention.concept.id)),
  ...reading.rest.map(({ stem }) => `word ${stem}`),
  ...rulesTouched(reading).map((id) => `rule ${id}`),
];

const overlapOf = (a: OverlapItem, b: OverlapItem, finding: Finding): Overlap => ({
  key: overlapKey(finding.kind, a, b),
  kind: finding.kind,
  a,
  b,
  reason: { code: finding.code, terms: finding.terms },
  score: Math.round(Math.min(1, finding.score) * 100) / 100,
});

const compareInterventions = (pair: Candidate): Finding | undefined =>
  contradictingInterventions(pair) ?? sameIntervention(pair);

function compared(
  items: ReadItem[],
  compare: (pair: Candidate) => Finding | undefined,
  effort: Effort,
): Overlap[] {
  return candidatePairs(items, keysOf, effort).flatMap((pair) => {
    const finding = compare(pair);
    return finding === undefined ? [] : [overlapOf(pair.a.at, pair.b.at, finding)];
  });
}

const byScore = (x: Overlap, y: Overlap): number => y.score - x.score || (x.key < y.key ? -1 : 1);

/** The overlaps that are told, and whether there are or may be more. */
export interface FoundOverlaps {
  /** The surest first. */
  overlaps: Overlap[];
  /** Whether something was left out: there was more to compare, or to tell, than the bounds allow. */
  more: boolean;
  /** How many steps the comparing took, and how many pairs were looked at. */
  work: { compared: number; looked: number };
}

/**
 * The overlaps between a citizen's existing plans, for people to confirm or dismiss: the same goal, the same help
 * twice, appointments or interventions that contradict each other, and a thing that two parties both hold.
 *
 * Each text is read once and only items that share a concept or a word are compared. Ended plans do not count, nor
 * do items whose periods never meet. The result depends on the plans' content only, not on their order.
 *
 * @param travel minutes between places, where appointments follow each other closely
 * @returns the surest, as many as `OVERLAP_BOUNDS` allows; every pair of items of different plans at most once
 * @throws RangeError when an appointment's instant cannot be read
 */
export function findOverlaps(plans: ExistingPlan[], travel: TravelPolicy = defaultTravel): FoundOverlaps {
  const counting = countingPlans(plans);
  const parties = new Set(counting.map(({ ownerPartyId }) => ownerPartyId)).size;
  const [ofGoals, ofInterventions, ofAppointments] = [
    new Effort(parties),
    new Effort(parties),
    new Effort(parties),
  ];
  const found = [
    ...compared(readGoals(counting, ofGoals), sameGoal, ofGoals),
    ...compared(readInterventions(counting, ofInterventions), compareInterventions, ofInterventions),
    ...appointmentClashes(counting, travel, ofAppointments).map(({ a, b, finding }) =>
      overlapOf(a, b, finding),
    ),
  ].sort(byScore);
  const overlaps = told(found, counting);
  const efforts = [ofGoals, ofInterventions, ofAppointments];
  return {
    overlaps,
    more: overlaps.length < found.length || efforts.some(({ more }) => more),
    work: {
      compared: efforts.reduce((sum, { compared }) => sum + compared, 0),
      looked: efforts.reduce((sum, { looked }) => sum + looked, 0),
    },
  };
}

/** The surest of what was found, not too many of the same two parties. */
function told(found: readonly Overlap[], plans: readonly ExistingPlan[]): Overlap[] {
  const owners = new Map(plans.map(({ id, ownerPartyId }) => [id, ownerPartyId]));
  const ofTwo = new Map<string, number>();
  return found
    .filter(({ a, b }) => {
      const two = twoParties(owners.get(a.planId) ?? '', owners.get(b.planId) ?? '');
      const earlier = ofTwo.get(two) ?? 0;
      ofTwo.set(two, earlier + 1);
      return earlier < OVERLAP_BOUNDS.toldOfTwoParties;
    })
    .slice(0, OVERLAP_BOUNDS.told);
}
