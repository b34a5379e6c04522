import {
  AssuranceTooLow,
  ProviderUnavailable,
  TokenRefused,
} from '../../../libs/identity/identity-errors.js';
import {
  type IdentitySettings,
  sufficientAcrValues,
} from '../../../libs/identity/provider/identity-settings.js';
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
      headers: {
        'WWW-Authenticate': stepUpChallenge('A higher assurance level is required', { acrValues }),
      },
    });
  }
  if (error instanceof ProviderUnavailable) {
    return new ApiError(
      'SERVER.UNAVAILABLE',
      { headers: { 'Retry-After': RETRY_SECONDS } },
      { cause: error },
    );
  }
  return error;
}

/** An operation that opens or ends much, for somebody who signed in too long ago or not surely enough. */
export function signInAnew(settings: IdentitySettings): ApiError {
  const { minutes, assurance } = settings.anew;
  const challenge = stepUpChallenge('A more recent sign-in is required', {
    acrValues: sufficientAcrValues(settings, assurance),
    maxAgeSeconds: minutes * 60,
  });
  return new ApiError('AUTH.SIGN_IN_ANEW', { headers: { 'WWW-Authenticate': challenge } });
}

/** OAuth 2.0 Step Up Authentication Challenge (RFC 9470, 3). */
function stepUpChallenge(
  why: string,
  { acrValues, maxAgeSeconds }: { readonly acrValues: string; readonly maxAgeSeconds?: number },
): string {
  const level = acrValues === '' ? '' : `, acr_values="${acrValues}"`;
  const age = maxAgeSeconds === undefined ? '' : `, max_age="${maxAgeSeconds}"`;
  return `${CHALLENGE}, error="insufficient_user_authentication", error_description="${why}"${level}${age}`;
}
