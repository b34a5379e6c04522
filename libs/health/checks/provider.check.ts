import { type HealthCheck, type HealthCode, Unhealthy } from '../health-check.js';
import { ProviderMetadata } from '../../identity/provider/provider-metadata.js';

/** Asked by this check alone, so what it found before does not stand for what is there now. */
const TIMING = { fresh: 0, coolDown: 0, patience: 2_500 };
/** Codes of OpenSSL and Node for a certificate that is not believed. */
const NOT_TRUSTED =
  /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_CA|ERR_SSL_)/;

/** Whether the identity provider answers, is believed, and is the one that is meant. */
export function providerCheck(issuer: string): HealthCheck {
  return {
    name: 'provider',
    needed: false,
    otherwise: 'PROVIDER.AWAY',
    stands: 15_000,
    async check() {
      try {
        await new ProviderMetadata(issuer, TIMING).read();
      } catch (error) {
        throw new Unhealthy(codeOf(error), { cause: error });
      }
    },
  };
}

function codeOf(error: unknown): HealthCode {
  const causes = causesOf(error);
  if (causes.some((cause) => 'code' in cause && NOT_TRUSTED.test(String(cause.code)))) {
    return 'PROVIDER.NOT_TRUSTED';
  }
  const unreachable = causes.some(
    ({ name, message }) => name === 'TimeoutError' || message === 'fetch failed',
  );
  return unreachable ? 'PROVIDER.AWAY' : 'PROVIDER.WRONG';
}

/** An error and what caused it. */
function causesOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}
