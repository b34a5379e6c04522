import { type Environment, EnvironmentError } from '../../libs/config/environment.js';

/**
 * The portal's cookies go over TLS only, so without it nobody could stay signed in.
 * @throws EnvironmentError for an address without TLS beyond one machine.
 */
export function requireEncryption({
  LOCAL_SETUP,
  PUBLIC_URL,
}: Pick<Environment, 'LOCAL_SETUP' | 'PUBLIC_URL'>): void {
  if (LOCAL_SETUP || PUBLIC_URL.startsWith('https:')) return;
  throw new EnvironmentError(
    'The environment is not fit to start with.\nPUBLIC_URL: expected an address that begins with https://',
  );
}
