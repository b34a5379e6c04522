import type { Unfit } from './value-sources.js';

/** How much of a local set-up it is: none, on one machine, or in containers on one machine. */
export const LOCAL_SETUPS = ['false', 'true', 'containers'] as const;
export type LocalSetup = (typeof LOCAL_SETUPS)[number];

/** What of the environment says where something is. */
export interface Places {
  readonly LOCAL_SETUP: LocalSetup;
  readonly API_HOST: string;
  readonly PORTAL_HOST: string;
  readonly INBOUND_SMTP_HOST: string;
  readonly WORKER_HOST: string;
  readonly PUBLIC_URL: string;
  readonly TEMPORAL_UI_ORIGIN: string;
  readonly OIDC_ISSUER: string;
  readonly DATABASE_URL: string;
  readonly SMTP_URL: string;
  readonly TEMPORAL_ADDRESS: string;
}

type Place = Exclude<keyof Places, 'LOCAL_SETUP'>;

const LISTENED_ON = ['API_HOST', 'PORTAL_HOST', 'INBOUND_SMTP_HOST', 'WORKER_HOST'] as const;
const SEEN_BY_PEOPLE = ['PUBLIC_URL', 'TEMPORAL_UI_ORIGIN', 'OIDC_ISSUER'] as const;
const TALKED_TO = ['DATABASE_URL', 'SMTP_URL', 'TEMPORAL_ADDRESS'] as const;

/** Addresses of this machine alone (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3; RFC 6761, 6.3). */
const OWN = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i;
/** All addresses of a container, of which what runs it publishes what it is told to. */
const EVERY = /^(?:0\.0\.0\.0|\[?::\]?)$/;
/** A service of the same network of containers: a name without dots. */
const SERVICE = /^[a-z][a-z0-9_-]*$/i;

/**
 * What stands against a local set-up, in which nobody needs a password and nothing is encrypted on its way: all of it is on this
 * machine, and nothing is for production.
 * @param nodeEnvironment What NODE_ENV says, or null.
 */
export function unfitForLocalSetup(
  places: Places,
  nodeEnvironment: string | null,
): Pick<Unfit, 'name' | 'expected'>[] {
  if (places.LOCAL_SETUP === 'false') return [];
  const inContainers = places.LOCAL_SETUP === 'containers';
  const wrong = (name: Place, expected: string): Pick<Unfit, 'name' | 'expected'> => ({
    name,
    expected: `${expected}, since LOCAL_SETUP is ${places.LOCAL_SETUP}; anywhere else leave LOCAL_SETUP out (docs/operations.md#a-local-set-up)`,
  });
  return [
    ...(nodeEnvironment === 'production'
      ? [
          {
            name: 'LOCAL_SETUP',
            expected: 'false, since NODE_ENV is production: a local set-up asks nobody for a password',
          },
        ]
      : []),
    ...LISTENED_ON.filter(
      (name) => !OWN.test(places[name]) && !(inContainers && EVERY.test(places[name])),
    ).map((name) => wrong(name, 'a loopback address such as 127.0.0.1')),
    ...SEEN_BY_PEOPLE.filter((name) => !OWN.test(new URL(places[name]).hostname)).map((name) =>
      wrong(name, 'an address on localhost'),
    ),
    ...TALKED_TO.filter((name) => {
      const host = hostOf(places[name]);
      return !OWN.test(host) && !(inContainers && SERVICE.test(host));
    }).map((name) =>
      wrong(
        name,
        inContainers
          ? 'a service of the same network, by a name without dots, or a loopback address'
          : 'an address on this machine such as 127.0.0.1',
      ),
    ),
  ];
}

function hostOf(address: string): string {
  return URL.canParse(address) && address.includes('://')
    ? new URL(address).hostname
    : address.replace(/:\d{1,5}$/, '');
}
