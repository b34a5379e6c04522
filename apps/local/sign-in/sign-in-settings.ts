/** How the local provider is to be run. */
export interface SignInSettings {
  /** Its issuer identifier: the address at which browsers and processes reach it. */
  readonly issuer: string;
  /** Folder for signing keys and the key of its cookies. */
  readonly folder: string;
  /** Address of the portal, to which people return. */
  readonly portalUrl: string;
  /** The address to listen on. */
  readonly host: string;
  readonly port: number;
}

/** The client that the portal is. */
export const PORTAL_CLIENT = 'kiplan-portal';
/** The client that the command line is: a public one (RFC 6749, 2.1). */
export const COMMAND_LINE_CLIENT = 'kiplan-command-line';
/** Where the command line is sent back to. Nobody listens there: it reads the code from the redirect itself. */
export const COMMAND_LINE_REDIRECT = 'http://127.0.0.1/signed-in';
/** A machine to try with: it gets tokens for itself. */
export const MACHINE_CLIENT = 'kiplan-demonstration-machine';

/** Secrets of the clients. They are public and protect nothing: everybody who gets here is on this machine. */
export const CLIENT_SECRETS = {
  [PORTAL_CLIENT]: 'local-only-secret-of-the-portal',
  [MACHINE_CLIENT]: 'local-only-secret-of-the-machine',
} as const;
