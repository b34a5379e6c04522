import type { AssuranceLevel } from './claims/assurance.js';

/** The token is missing, forged, expired, or not meant for this system. It is not told which. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** Whoever signed in did so less surely than this system asks for (NSIS; RFC 9470). */
export class AssuranceTooLow extends Error {
  override readonly name = 'AssuranceTooLow';

  constructor(readonly least: AssuranceLevel) {
    super('assurance');
  }
}

/** The identity provider cannot be asked now, or answers what it must not; whoever asked may try again. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}
