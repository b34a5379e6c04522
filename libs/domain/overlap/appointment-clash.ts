import type { Effort } from './bounds.js';
import { normaliseDanish } from './danish-text.js';
import type { ExistingAppointment, ExistingPlan } from './existing-plan.types.js';
import type { Finding } from './finding.types.js';
import type { OverlapItem } from './overlap.types.js';
import { compareItems } from './overlap-key.js';
import { byId } from './plan-items.js';
import { readText } from './text-reading.js';

/** Minutes it takes to get from one place to another, by how far the addresses tell they are apart. */
export interface TravelPolicy {
  /** The postcodes are the same. */
  sameTown: number;
  /** The postcodes begin with the same two digits, or one of the places has none. */
  sameArea: number;
  /** The postcodes begin differently. */
  otherArea: number;
}

/** A rough default; a plan's policy may know better. */
export const defaultTravel: TravelPolicy = { sameTown: 15, sameArea: 30, otherArea: 60 };

/** Two appointments that cannot both be kept, the one with the smaller id first. */
export interface Clash {
  a: OverlapItem;
  b: OverlapItem;
  finding: Finding;
}

interface Entry {
  at: OverlapItem;
  owner: string;
  start: number;
  end: number;
  appointment: ExistingAppointment;
  title: string;
  /** What the title says, once it has been read. */
  meaning?: string;
}

const minute = 60_000;
/** What comparing two appointments takes, beside two texts. */
const STEPS = 20;
const remote = /^((via|pr\.?|på|over) )?(telefon|video|online|(microsoft )?teams|skype|zoom)/u;

function instantOf(appointment: ExistingAppointment, side: 'from' | 'to'): number {
  const time = Date.parse(appointment[side]);
  if (Number.isNaN(time)) throw new RangeError(`Appointment ${appointment.id} has no readable "${side}".`);
  return time;
}

const entriesOf = (plans: ExistingPlan[], effort: Effort): Entry[] =>
  plans.toSorted(byId).flatMap((plan) =>
    plan.appointments.toSorted(byId).flatMap((appointment) => {
      const title = effort.readable(plan.ownerPartyId, appointment.title);
      if (title === null) return [];
      return {
        at: { planId: plan.id, itemId: appointment.id },
        owner: plan.ownerPartyId,
        start: instantOf(appointment, 'from'),
        end: instantOf(appointment, 'to'),
        appointment,
        title,
      };
    }),
  );

const placeOf = (entry: Entry): string | undefined => {
  const place = entry.appointment.place?.trim();
  return place === undefined || place === '' ? undefined : normaliseDanish(place);
};

const postcodeOf = (place: string): string | undefined => /\b\d{4}\b/u.exec(place)?.[0];

/** Minutes from one place to the other; none where a place is unknown, the same, or a telephone. */
function travelMinutes(x: Entry, y: Entry, policy: TravelPolicy): number {
  const from = placeOf(x);
  const to = placeOf(y);
  if (from === undefined || to === undefined || from === to || remote.test(from) || remote.test(to)) return 0;
  const [one, other] = [postcodeOf(from), postcodeOf(to)];
  if (one === undefined || other === undefined) return policy.sameArea;
  if (one === other) return policy.sameTown;
  return one.slice(0, 2) === other.slice(0, 2) ? policy.sameArea : policy.otherArea;
}

const names = (x: Entry, y: Entry): boolean => x.appointment.withPartyId === y.owner;

function titlesAlike(x: Entry, y: Entry): boolean {
  if (normaliseDanish(x.title).trim() === normaliseDanish(y.title).trim()) return true;
  return meaningOf(x) !== '' && meaningOf(x) === meaningOf(y);
}

/** A title by its stems and concepts; each is read once. */
function meaningOf(entry: Entry): string {
  if (entry.meaning === undefined) {
    const reading = readText(entry.title);
    const stems = reading.rest.map(({ stem }) => stem);
    entry.meaning = [...stems, ...reading.mentions.map(({ concept }) => concept.id)].sort().join(' ');
  }
  return entry.meaning;
}

/** One meeting that stands in two plans: the same hours, and the same place, the same title or each with the other. */
function isOneMeeting(x: Entry, y: Entry): boolean {
  if (x.start !== y.start || x.end !== y.end) return false;
  const [one, other] = [placeOf(x), placeOf(y)];
  const placesAgree = one === undefined || other === undefined || one === other;
  return (names(x, y) && names(y, x)) || (placesAgree && titlesAlike(x, y));
}

function clashOf(first: Entry, second: Entry, policy: TravelPolicy): Clash | undefined {
  if (first.at.planId === second.at.planId || isOneMeeting(first, second)) return undefined;
  const overlapping = second.start < first.end && first.start < second.end;
  const travel = travelMinutes(first, second, policy) * minute;
  if (!overlapping && second.start - first.end >= travel) return undefined;
  const [a, b] = compareItems(first.at, second.at) < 0 ? [first, second] : [second, first];
  const places = [a, b].flatMap((entry) => entry.appointment.place ?? []);
  const titles = [a.appointment.title, b.appointment.title];
  return {
    a: a.at,
    b: b.at,
    finding: {
      kind: 'contradictingAppointments',
      code: overlapping ? 'sameTime' : 'travelTooShort',
      terms: [...new Set(overlapping ? titles : [...titles, ...places])],
      score: overlapping ? 1 : 0.7,
    },
  };
}

/**
 * The appointments of different plans that cannot both be kept: at the same time, or with too little time to travel.
 * Sorted by start and swept once, so that only neighbours in time are compared.
 *
 * @param effort counts the pairs, and ends them at the bounds
 * @throws RangeError when an appointment's instant cannot be read
 */
export function appointmentClashes(plans: ExistingPlan[], policy: TravelPolicy, effort: Effort): Clash[] {
  const entries = entriesOf(plans, effort).sort((x, y) => x.start - y.start || compareItems(x.at, y.at));
  const reach = Math.max(policy.sameTown, policy.sameArea, policy.otherArea) * minute;
  const clashes: Clash[] = [];
  let open: Entry[] = [];
  for (const entry of entries) {
    open = open.filter((earlier) => earlier.end + reach > entry.start);
    for (const earlier of open) {
      if (!effort.mayLook(earlier.owner, entry.owner)) continue;
      effort.count(earlier.owner, entry.owner, STEPS);
      const clash = clashOf(earlier, entry, policy);
      if (clash !== undefined) clashes.push(clash);
    }
    open.push(entry);
  }
  return clashes;
}
