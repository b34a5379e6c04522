import { lineOf } from './lexicon/concept-line.js';
import type { Mention, Reading } from './text-reading.js';

/** The words by which a text takes a side; undefined when it does not. */
type Side = (reading: Reading) => string[] | undefined;

/** Two sides that cannot both be followed. */
export interface ContradictionRule {
  id: string;
  sides: [Side, Side];
}

const wanted = (mention: Mention): boolean =>
  mention.direction === 'increase' || mention.direction === 'keep';

const find = (reading: Reading, id: string): Mention | undefined =>
  reading.mentions.find((mention) => mention.concept.id === id);

/** The text offers one of these. */
const offers =
  (...ids: string[]): Side =>
  (reading) => {
    const found = reading.mentions.filter((mention) => ids.includes(mention.concept.id) && wanted(mention));
    return found.length === 0 ? undefined : found.map((mention) => mention.words);
  };

/** The text speaks of it, whatever its direction. */
const states =
  (id: string): Side =>
  (reading) => {
    const mention = find(reading, id);
    return mention === undefined ? undefined : [mention.words];
  };

/** The text takes the concept, in these directions. */
const takes =
  (id: string, ...directions: Mention['direction'][]): Side =>
  (reading) => {
    const mention = find(reading, id);
    return mention !== undefined && directions.includes(mention.direction) ? [mention.words] : undefined;
  };

const isAbout = (mention: Mention, substance: string): boolean =>
  lineOf(mention.concept.id).includes(substance) || lineOf(substance).includes(mention.concept.id);

/** The text demands none of a substance; a demand that names no substance is about all of them. */
const demandsNone =
  (substance: string): Side =>
  (reading) => {
    const abstinence = find(reading, 'abstinence');
    const demand = find(reading, 'demand');
    const substances = reading.mentions.filter((mention) => lineOf(mention.concept.id).includes('substance'));
    const about = substances.filter(
      (mention) => mention.concept.role === 'aim' && isAbout(mention, substance),
    );
    const none = about.filter((mention) => mention.explicit && mention.direction === 'stop');
    if (abstinence !== undefined && wanted(abstinence)) {
      const meant = about.length > 0 || substances.length === 0;
      return meant ? [abstinence.words, ...about.map((mention) => mention.words)] : undefined;
    }
    return demand !== undefined && wanted(demand) && none.length > 0
      ? [demand.words, ...none.map((mention) => mention.words)]
      : undefined;
  };

/** Interventions that work against each other, as practitioners know them; a person decides each time. */
export const contradictionRules: ContradictionRule[] = [
  { id: 'drug-free-demand/substitution', sides: [demandsNone('opioids'), offers('substitution')] },
  { id: 'drug-free-demand/harm-reduction', sides: [demandsNone('drugs'), offers('harmReduction')] },
  {
    id: 'alcohol-free-demand/controlled-drinking',
    sides: [demandsNone('alcohol'), offers('controlledDrinking')],
  },
  { id: 'antabus/controlled-drinking', sides: [offers('antabus'), offers('controlledDrinking')] },
  { id: 'full-time/day-hospital', sides: [offers('fullTime'), offers('dayHospital', 'inpatient')] },
  { id: 'full-time/sick-leave', sides: [offers('fullTime'), states('sickLeave')] },
  { id: 'activation/sick-leave', sides: [offers('activation'), states('sickLeave')] },
  { id: 'stay/supported-housing', sides: [takes('home', 'keep'), offers('supportedHousing')] },
  { id: 'own-medicine/supervised-medicine', sides: [offers('ownMedicine'), offers('supervisedMedicine')] },
  { id: 'own-money/administered-money', sides: [offers('ownMoney'), offers('administeredMoney')] },
  { id: 'night-work/sleep', sides: [offers('nightWork'), offers('sleep')] },
  { id: 'exposure/shielding', sides: [offers('exposure'), offers('shielding')] },
  { id: 'full-time/shielding', sides: [offers('fullTime'), offers('shielding')] },
];
