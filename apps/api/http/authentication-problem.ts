import {
  AssuranceTooLow,
  ProviderUnavailable,
  TokenRefused,
} from '../../../libs/identity/identity-errors.js';
import { ApiError } from './api-error.js';

const CHALLENGE = 'Bearer realm="kiplan"';
const RETRY_SECONDS = '5';

/** A request without a token. */
export function unauthenticated(): ApiError {
  return new ApiError('AUTH.MISSING', { headers: { 'WWW-Authenticate': CHALLENGE } });
}

/**
 * What is answered when it could not be found out who asks, or it is somebody who is not let in; an error that says
 * neither comes back as it is.
 * @param acrValues What a sign-in must be asked for to be sure enough.
 */
export function authenticationProblem(error: unknown, acrValues: string): unknown {
  if (error instanceof TokenRefused) {
    return new ApiError('AUTH.INVALID', {
      headers: { 'WWW-Authenticate': `${CHALLENGE}, error="invalid_token"` },
    });
  }
  if (error instanceof AssuranceTooLow) {
    return new ApiError('AUTH.ASSURANCE_TOO_LOW', {
      headers: { 'WWW-Authenticate': stepUpChallenge(acrValues) },
    });
  }
  if (error instanceof ProviderUnavailable) {
    return new ApiError('SERVER.UNAVAILABLE', { headers: { 'Retry-After': RETRY_SECONDS } });
  }
  return error;
}

/** OAuth 2.0 Step Up Authentication Challenge (RFC 9470, 3). */
function stepUpChallenge(acrValues: string): string {
  const wanted = acrValues === '' ? '' : `, acr_values="${acrValues}"`;
  const why = 'A higher assurance level is required';
  return `${CHALLENGE}, error="insufficient_user_authentication", error_description="${why}"${wanted}`;
}
