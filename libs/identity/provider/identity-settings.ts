import type { AnewWanted } from '../sign-in-anew.js';
import { fromLevel, type AssuranceLevel } from '../claims/assurance.js';
import type { ClaimMapping } from '../claims/claim-mapping.js';

/** Whom tokens must come from, for whom they must be, and what their claims mean. */
export interface IdentitySettings {
  /** The provider's issuer identifier (OpenID Connect Discovery 1.0), letter by letter. */
  readonly issuer: string;
  /** For whom access tokens must be issued. */
  readonly audience: string;
  readonly claims: ClaimMapping;
  readonly leastAssurance: AssuranceLevel;
  /** What a sign-in must be for what opens or ends much. */
  readonly anew: AnewWanted;
  /** What is asked of the provider as `acr_values`, separated by blanks; null: what the claims say of the levels. */
  readonly acrValues: string | null;
}

/**
 * The values of `acr_values` that lead to a level that is enough (OpenID Connect Core, 3.1.2.1).
 * @param least The level; what everybody must have without it.
 */
export function sufficientAcrValues(
  { acrValues, claims, leastAssurance }: IdentitySettings,
  least: AssuranceLevel = leastAssurance,
): string {
  return (
    (least === leastAssurance ? acrValues : null) ??
    fromLevel(least)
      .flatMap((level) => claims.assurance[level])
      .join(' ')
  );
}
