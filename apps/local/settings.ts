import { resolve } from 'node:path';
import { LocalError } from './engines/local-error.js';

/** The ports of the parts, each with the variable that moves it. */
export interface LocalPorts {
  api: number;
  portal: number;
  worker: number;
  signIn: number;
  postgres: number;
  temporal: number;
  temporalUi: number;
  smtp: number;
  mail: number;
  inboundSmtp: number;
}

/** What the local start is told by its environment and its command line. */
export interface LocalSettings {
  /** Folder that holds all data. */
  home: string;
  /** Empty that folder first. */
  fresh: boolean;
  ports: LocalPorts;
  temporalNamespace: string;
  /** A database to use instead of the embedded one. */
  databaseUrl?: string;
  /** The role that migrates the database in `databaseUrl`; the two come together. */
  databaseOwnerUrl?: string;
  /** A Temporal server, `host:port`, to use instead of the embedded one. */
  temporalAddress?: string;
  /** A mail server to use instead of the embedded inbox. */
  smtpUrl?: string;
  /** An OpenID provider to use instead of the local sign-in. */
  issuer?: string;
}

/** The variable that moves each port, and the port without it. */
export const PORT_VARIABLES: Record<keyof LocalPorts, { variable: string; port: number; what: string }> = {
  api: { variable: 'API_PORT', port: 3000, what: 'the API' },
  portal: { variable: 'PORTAL_PORT', port: 3100, what: 'the portal' },
  worker: { variable: 'WORKER_PORT', port: 3300, what: "the worker's health" },
  signIn: { variable: 'SIGN_IN_PORT', port: 3200, what: 'the local sign-in' },
  postgres: { variable: 'POSTGRES_PORT', port: 5433, what: 'PostgreSQL' },
  temporal: { variable: 'TEMPORAL_PORT', port: 7233, what: 'Temporal' },
  temporalUi: { variable: 'TEMPORAL_UI_PORT', port: 8233, what: "Temporal's web UI" },
  smtp: { variable: 'SMTP_PORT', port: 1025, what: 'the mail server' },
  mail: { variable: 'MAIL_PORT', port: 1080, what: 'the mail inbox' },
  inboundSmtp: { variable: 'INBOUND_SMTP_PORT', port: 2525, what: 'mail that comes back' },
};

const HIGHEST_PORT = 65_535;

/**
 * Reads the settings of the local start.
 *
 * @param environment Variables; an empty one counts as not given.
 * @param commandLine What was written behind `npm start --`.
 * @throws LocalError naming the variable or word that is wrong and what was expected.
 */
export function readSettings(
  environment: NodeJS.ProcessEnv,
  commandLine: readonly string[] = [],
): LocalSettings {
  const unknown = commandLine.find((word) => word !== '--fresh');
  if (unknown !== undefined) {
    throw new LocalError(
      `"${unknown}" is not understood: the only option is --fresh, which empties the data folder.`,
    );
  }
  const ports = readPorts(environment);
  const databaseUrl = readUrl(environment, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  const databaseOwnerUrl = readUrl(environment, 'DATABASE_OWNER_URL', ['postgres:', 'postgresql:']);
  if ((databaseUrl === undefined) !== (databaseOwnerUrl === undefined)) {
    throw new LocalError(
      'DATABASE_URL and DATABASE_OWNER_URL come together: the role that the processes work in, and the one that migrates.',
    );
  }
  const temporalAddress = readAddress(environment, 'TEMPORAL_ADDRESS');
  const smtpUrl = readUrl(environment, 'SMTP_URL', ['smtp:', 'smtps:']);
  const issuer = readUrl(environment, 'OIDC_ISSUER', ['https:', 'http:']);
  return {
    home: resolve(given(environment, 'KIPLAN_HOME') ?? '.kiplan'),
    fresh: commandLine.includes('--fresh'),
    ports,
    temporalNamespace: given(environment, 'TEMPORAL_NAMESPACE') ?? 'kiplan',
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(databaseOwnerUrl === undefined ? {} : { databaseOwnerUrl }),
    ...(temporalAddress === undefined ? {} : { temporalAddress }),
    ...(smtpUrl === undefined ? {} : { smtpUrl }),
    ...(issuer === undefined ? {} : { issuer }),
  };
}

function given(environment: NodeJS.ProcessEnv, variable: string): string | undefined {
  const value = environment[variable]?.trim();
  return value === '' ? undefined : value;
}

function readPorts(environment: NodeJS.ProcessEnv): LocalPorts {
  const ports = Object.fromEntries(
    Object.entries(PORT_VARIABLES).map(([part, { variable, port }]) => [
      part,
      readPort(environment, variable, port),
    ]),
  ) as unknown as LocalPorts;
  const owners = new Map<number, string>();
  for (const [part, { variable }] of Object.entries(PORT_VARIABLES)) {
    const port = ports[part as keyof LocalPorts];
    const other = owners.get(port);
    if (other !== undefined) {
      throw new LocalError(`${other} and ${variable} are both ${port}: give each part a port of its own.`);
    }
    owners.set(port, variable);
  }
  return ports;
}

function readPort(environment: NodeJS.ProcessEnv, variable: string, usual: number): number {
  const value = given(environment, variable);
  if (value === undefined) return usual;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > HIGHEST_PORT) {
    throw new LocalError(
      `${variable} is "${value}", but a port number from 1 to ${HIGHEST_PORT} was expected.`,
    );
  }
  return port;
}

/** The value may hold a password, so it is not repeated. */
function readUrl(
  environment: NodeJS.ProcessEnv,
  variable: string,
  protocols: readonly string[],
): string | undefined {
  const value = given(environment, variable);
  if (value === undefined) return undefined;
  const expected = protocols.map((protocol) => `${protocol}//`).join(' or ');
  if (
    !URL.canParse(value) ||
    !protocols.includes(new URL(value).protocol) ||
    new URL(value).hostname === ''
  ) {
    throw new LocalError(`${variable} is no usable address: one that begins with ${expected} was expected.`);
  }
  return value;
}

function readAddress(environment: NodeJS.ProcessEnv, variable: string): string | undefined {
  const value = given(environment, variable);
  if (value === undefined) return undefined;
  const port = Number(/^[^\s:/]+:(\d{1,5})$/.exec(value)?.[1]);
  if (!(port >= 1 && port <= HIGHEST_PORT)) {
    throw new LocalError(`${variable} is "${value}", but host:port was expected, such as 127.0.0.1:7233.`);
  }
  return value;
}
