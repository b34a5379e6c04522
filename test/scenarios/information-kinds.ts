import type { InformationKind } from '../../libs/domain/consent/consent.types.js';

/** What somebody who treats or supports the citizen needs. */
export const TREATMENT_KINDS: readonly InformationKind[] = [
  'masterData',
  'survey',
  'challenges',
  'goals',
  'followUp',
  'citizenWishes',
  'crisisPlan',
  'existingPlans',
  'contactDetails',
  'appointments',
];

/** What an authority needs that does not treat: nothing of the challenges, nothing of the crisis plan. */
export const AUTHORITY_KINDS: readonly InformationKind[] = [
  'masterData',
  'survey',
  'goals',
  'followUp',
  'contactDetails',
  'appointments',
];

/** What a relative is to know, as far as the citizen wishes. */
export const RELATIVE_KINDS: readonly InformationKind[] = [
  'goals',
  'followUp',
  'citizenWishes',
  'crisisPlan',
  'appointments',
];
