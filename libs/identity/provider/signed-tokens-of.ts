import type { Clock } from '../../clock/clock.js';
import { ProviderKeys } from './provider-keys.js';
import { ProviderMetadata } from './provider-metadata.js';
import { SignedTokens } from './signed-tokens.js';

/** What a provider signs, read under the keys that it publishes. It is asked when they are needed. */
export function signedTokensOf(issuer: string, clock: Clock): SignedTokens {
  return new SignedTokens(issuer, new ProviderKeys(new ProviderMetadata(issuer)), clock);
}
