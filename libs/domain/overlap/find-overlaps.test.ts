import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { ExistingPlan } from './existing-plan.types.js';
import { OVERLAP_BOUNDS } from './bounds.js';
import { findOverlaps } from './find-overlaps.js';
import type { Overlap } from './overlap.types.js';

const overlapsOf = (...given: Parameters<typeof findOverlaps>): Overlap[] => findOverlaps(...given).overlaps;

const plan = (id: string, owner: string, content: Partial<ExistingPlan>): ExistingPlan => ({
  id,
  ownerPartyId: owner,
  ownerRole: 'other',
  title: 'Plan',
  statutory: false,
  status: 'active',
  period: {},
  goals: [],
  interventions: [],
  appointments: [],
  ...content,
});

const clinic = (content: Partial<ExistingPlan>): ExistingPlan => plan('clinic-plan', 'clinic', content);
const town = (content: Partial<ExistingPlan>): ExistingPlan => plan('town-plan', 'town', content);
const goal = (text: string): Partial<ExistingPlan> => ({ goals: [{ id: 'g', text }] });
const does = (text: string, responsiblePartyId?: string): Partial<ExistingPlan> => ({
  interventions: [{ id: 'i', text, responsiblePartyId }],
});
const comes = (from: string, to: string, place?: string): Partial<ExistingPlan> => ({
  appointments: [{ id: place ?? 'x', title: `Møde ${place ?? ''}`, from, to, place }],
});

describe('an overlap explains itself', () => {
  it('names the words by which two goals are the same', () => {
    expect(overlapsOf([clinic(goal('Stoppe med at drikke')), town(goal('Blive ædru'))])).toEqual([
      {
        key: 'sameGoal:clinic-plan/g:town-plan/g',
        kind: 'sameGoal',
        a: { planId: 'clinic-plan', itemId: 'g' },
        b: { planId: 'town-plan', itemId: 'g' },
        reason: { code: 'sameAim', terms: ['drikke', 'ædru'] },
        score: 1,
      },
    ]);
  });

  it.each([
    ['sameAimOtherDegree', goal('Drikke mindre'), goal('Blive ædru')],
    ['sameWords', goal('Lære at spille guitar'), goal('Spille guitar')],
    ['sameActivity', does('Mentor'), does('Mentorordning')],
    ['sameActivityAndAim', does('Samtale om hash'), does('Hashsamtaler ugentligt')],
    ['sameWords', does('Haveterapi'), does('Haveterapi hver fredag')],
    ['bothResponsible', does('Udarbejder kriseplan'), does('Laver kriseplan')],
    ['eachNamesTheOther', does('Kriseplan', 'town'), does('Kriseplan', 'clinic')],
    ['oppositeDirection', does('Øge dosis af olanzapin'), does('Udtrapning af olanzapin')],
    ['incompatibleDemands', does('Metadon'), does('Krav om stoffrihed')],
  ])('%s', (code, ofClinic, ofTown) => {
    expect(overlapsOf([clinic(ofClinic), town(ofTown)]).map(({ reason }) => reason.code)).toEqual([code]);
  });

  it('reads the dose as part of the intervention', () => {
    const fullTime = { interventions: [{ id: 'i', text: 'Virksomhedspraktik', dose: '37 timer om ugen' }] };
    const [overlap] = overlapsOf([clinic(does('Daghospital')), town(fullTime)]);
    expect(overlap?.reason.terms).toEqual(['Daghospital', '37 timer']);
  });
});

describe('what does not count', () => {
  const sober = goal('Blive ædru');

  it.each([
    ['a plan that has ended', { ...sober, status: 'ended' as const }],
    ['a period that begins after the other has ended', { ...sober, period: { from: '2027-02-01' } }],
  ])('%s', (_, content) => {
    expect(overlapsOf([clinic({ ...sober, period: { to: '2027-01-31' } }), town(content)])).toEqual([]);
  });

  it('a period that shares one day does', () => {
    const plans = [
      clinic({ ...sober, period: { to: '2027-01-31' } }),
      town({ ...sober, period: { from: '2027-01-31' } }),
    ];
    expect(overlapsOf(plans)).toHaveLength(1);
  });

  it('a paused plan does', () => {
    expect(overlapsOf([clinic(sober), town({ ...sober, status: 'paused' })])).toHaveLength(1);
  });

  it('an intervention that both plans give to the same party', () => {
    expect(overlapsOf([clinic(does('Mentor', 'town')), town(does('Mentor', 'town'))])).toEqual([]);
  });

  it('two items of one plan', () => {
    const goals = [
      { id: '1', text: 'Blive ædru' },
      { id: '2', text: 'Stoppe med at drikke' },
    ];
    expect(overlapsOf([clinic({ goals })])).toEqual([]);
  });

  it('no plans at all', () => {
    expect(overlapsOf([])).toEqual([]);
  });
});

describe('appointments', () => {
  const nine = '2027-03-01T09:00:00.000Z';
  const ten = '2027-03-01T10:00:00.000Z';
  const quarterPast = '2027-03-01T10:15:00.000Z';
  const halfPast = '2027-03-01T10:30:00.000Z';
  const eleven = '2027-03-01T11:00:00.000Z';

  it.each([
    ['the same hour', comes(nine, ten, 'A'), comes(nine, ten, 'B'), 'sameTime'],
    ['one after the other, without a place', comes(nine, ten), comes(ten, eleven), undefined],
    ['unknown distance, a quarter', comes(nine, ten, 'A'), comes(quarterPast, eleven, 'B'), 'travelTooShort'],
    ['unknown distance, half an hour', comes(nine, ten, 'A'), comes(halfPast, eleven, 'B'), undefined],
    ['one town', comes(nine, ten, 'A, 8000'), comes(quarterPast, eleven, 'B, 8000'), undefined],
    ['two regions', comes(nine, ten, 'A, 8000'), comes(halfPast, eleven, 'B, 5000'), 'travelTooShort'],
    ['then a telephone call', comes(nine, ten, 'A'), comes(ten, eleven, 'pr. telefon'), undefined],
    [
      'then a place with a telephone',
      comes(nine, ten, 'A'),
      comes(ten, eleven, 'B, telefon 2'),
      'travelTooShort',
    ],
    ['then Ringsted', comes(nine, ten, 'A'), comes(ten, eleven, 'Ringsted'), 'travelTooShort'],
  ])('%s', (_, one, other, code) => {
    expect(overlapsOf([clinic(one), town(other)])[0]?.reason.code).toBe(code);
  });

  it('follow the travel times they are given', () => {
    const plans = [clinic(comes(nine, ten, 'A')), town(comes(quarterPast, eleven, 'B'))];
    expect(overlapsOf(plans, { sameTown: 5, sameArea: 10, otherArea: 20 })).toEqual([]);
  });

  it('with an unreadable time are an error that names the appointment', () => {
    const plans = [clinic(comes('soon', ten, 'A'))];
    expect(() => overlapsOf(plans)).toThrow(new RangeError('Appointment A has no readable "from".'));
  });
});

const texts = [
  'Blive ædru',
  'Stoppe med at drikke',
  'Drikke mindre',
  'Få egen bolig',
  'Beholde sin lejlighed',
  'Mentor',
  'Urinprøver ugentligt',
  'Krav om stoffrihed',
  'Metadon',
  'Udarbejder kriseplan',
  'Daghospital',
  'Aktivering 37 timer',
  'Spille guitar',
];
const text = fc.constantFrom(...texts);
const hour = fc.integer({ min: 8, max: 15 }).map((value) => String(value).padStart(2, '0'));
const numbered = <T extends object>(items: T[]): (T & { id: string })[] =>
  items.map((item, position) => ({ ...item, id: String(position) }));

const anyPlans: fc.Arbitrary<ExistingPlan[]> = fc
  .array(
    fc.record({
      owner: fc.constantFrom('clinic', 'town', 'centre'),
      status: fc.constantFrom<ExistingPlan['status']>('planned', 'active', 'paused', 'ended'),
      goals: fc.array(fc.record({ text }), { maxLength: 4 }),
      interventions: fc.array(fc.record({ text }), { maxLength: 4 }),
      hours: fc.array(hour, { maxLength: 3 }),
    }),
    { maxLength: 5 },
  )
  .map((drafts) =>
    drafts.map((draft, position) =>
      plan(`plan ${position}`, draft.owner, {
        status: draft.status,
        goals: numbered(draft.goals),
        interventions: numbered(draft.interventions),
        appointments: numbered(
          draft.hours.map((start) => ({
            title: `Møde ${position}`,
            from: `2027-03-01T${start}:00:00.000Z`,
            to: `2027-03-01T${start}:45:00.000Z`,
          })),
        ),
      }),
    ),
  );

describe('whatever the plans', () => {
  it('their order changes nothing', () => {
    fc.assert(
      fc.property(anyPlans, fc.infiniteStream(fc.nat()), (plans, numbers) => {
        const ranks = new Map(plans.map(({ id }) => [id, Number(numbers.next().value)]));
        const shuffled = plans.toSorted((x, y) => (ranks.get(x.id) ?? 0) - (ranks.get(y.id) ?? 0));
        expect(overlapsOf(shuffled)).toEqual(overlapsOf(plans));
        expect(overlapsOf(plans.toReversed())).toEqual(overlapsOf(plans));
      }),
    );
  });

  it('the order of items within a plan changes nothing', () => {
    fc.assert(
      fc.property(anyPlans, (plans) => {
        const turned = plans.map((one) => ({
          ...one,
          goals: one.goals.toReversed(),
          interventions: one.interventions.toReversed(),
          appointments: one.appointments.toReversed(),
        }));
        expect(overlapsOf(turned)).toEqual(overlapsOf(plans));
      }),
    );
  });

  it('running again on unchanged plans gives the same, and the plans are left alone', () => {
    fc.assert(
      fc.property(anyPlans, (plans) => {
        const before = structuredClone(plans);
        expect(overlapsOf(plans)).toEqual(overlapsOf(plans));
        expect(plans).toEqual(before);
      }),
    );
  });

  it('an overlap joins two plans that count, in order, under a key of its own', () => {
    fc.assert(
      fc.property(anyPlans, (plans) => {
        const overlaps = overlapsOf(plans);
        const ended = plans.filter(({ status }) => status === 'ended').map(({ id }) => id);
        for (const { a, b, score, reason } of overlaps) {
          expect(a.planId < b.planId).toBe(true);
          expect(ended).not.toContain(a.planId);
          expect(ended).not.toContain(b.planId);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(reason.terms.length).toBeGreaterThan(0);
        }
        expect(new Set(overlaps.map(({ key }) => key)).size).toBe(overlaps.length);
      }),
    );
  });

  it('an overlap keeps its key when a further plan arrives', () => {
    fc.assert(
      fc.property(anyPlans, (plans) => {
        const fewer = overlapsOf(plans.slice(0, -1)).map(({ key }) => key);
        expect(overlapsOf(plans).map(({ key }) => key)).toEqual(expect.arrayContaining(fewer));
      }),
    );
  });

  it('texts of any kind are read without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(Array.isArray(overlapsOf([clinic(goal(one)), town(goal(other))]))).toBe(true);
      }),
    );
  });
});

describe('however much is written', () => {
  /** What fits into one answer, all of it about the same thing. */
  const flood = (party: string, write: (position: number) => string): ExistingPlan[] =>
    Array.from({ length: 4 }, (_, position) =>
      plan(`${party} ${position}`, party, {
        goals: numbered(Array.from({ length: 20 }, (__, item) => ({ text: write(item) }))),
        interventions: numbered(Array.from({ length: 20 }, (__, item) => ({ text: write(item) }))),
        appointments: numbered(
          Array.from({ length: 10 }, (__, item) => ({
            title: write(item),
            from: '2027-03-01T09:00:00.000Z',
            to: `2027-03-01T10:${String(10 + item)}:00.000Z`,
          })),
        ),
      }),
    );
  const parties = Array.from({ length: 12 }, (_, position) => `party ${position}`);

  it.each([
    ['the same words everywhere', (): string => 'Drikke alkohol'],
    ['other words beside them', (item: number): string => `Drikke alkohol i uge ${item}`],
  ])('no more is compared and told than the bounds allow: %s', (_, write) => {
    const { overlaps, more, work } = findOverlaps(parties.flatMap((party) => flood(party, write)));
    // The last pair may go beyond the bound.
    expect(work.compared).toBeLessThan(3 * OVERLAP_BOUNDS.compared * 1.01);
    expect(work.looked).toBeLessThanOrEqual(3 * OVERLAP_BOUNDS.looked);
    expect(overlaps.length).toBeGreaterThan(0);
    expect(overlaps.length).toBeLessThanOrEqual(OVERLAP_BOUNDS.told);
    expect(more).toBe(true);
  });

  it('two parties who write much leave room for what others have in common', () => {
    const flooded = ['a', 'b'].flatMap((party) => flood(party, () => 'Drikke alkohol'));
    const others = [clinic(goal('Spille guitar')), town(goal('Lære at spille guitar'))];
    const { overlaps, more } = findOverlaps([...flooded, ...others]);
    expect(overlaps.map(({ key }) => key)).toContain('sameGoal:clinic-plan/g:town-plan/g');
    expect(overlaps.length).toBeLessThanOrEqual(3 * OVERLAP_BOUNDS.toldOfTwoParties + 1);
    expect(more).toBe(true);
  });

  it('a survey of real size is compared as a whole', () => {
    const written = texts.map((one) => ({ text: one }));
    const plans = ['clinic', 'town', 'centre', 'home'].map((party) =>
      plan(party, party, { goals: numbered(written), interventions: numbered(written) }),
    );
    expect(findOverlaps(plans).more).toBe(false);
  });
});
