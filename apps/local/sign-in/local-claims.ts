import type { AssuranceLevel } from '../../../libs/identity/claims/assurance.js';

/**
 * What the local provider calls its claims. Written as the brokers of MitID and MitID Erhverv write them (a name with a
 * dot in it, a URI as value), and roles nested, so that a local set-up maps them as a real one does.
 */
export const CLAIM = {
  cpr: 'dk.cpr',
  cvr: 'nemlogin.cvr',
  employee: 'nemlogin.persistent_professional_id',
  assurance: 'loa',
} as const;

/** Levels as the local provider writes them, those of NSIS. */
export const LEVEL: Readonly<Record<AssuranceLevel, string>> = {
  low: 'https://data.gov.dk/concept/core/nsis/Low',
  substantial: 'https://data.gov.dk/concept/core/nsis/Substantial',
  high: 'https://data.gov.dk/concept/core/nsis/High',
};

/** For whom the local provider issues access tokens. */
export const LOCAL_AUDIENCE = 'urn:kiplan:api';

/** The value of OIDC_CLAIMS that goes with the local provider. */
export const LOCAL_CLAIM_MAPPING = JSON.stringify({
  cpr: CLAIM.cpr,
  cvr: CLAIM.cvr,
  employee: CLAIM.employee,
  roles: 'kiplan.roles',
  assurance: { claim: CLAIM.assurance },
});
