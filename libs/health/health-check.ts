/** What may be wrong with a part, as a monitor reads it. */
export const HEALTH_CODES = {
  'DATABASE.AWAY': 'The database does not answer.',
  'DATABASE.WITHOUT_TABLES': 'The database has no tables: run the migration.',
  'DATABASE.OLDER_SCHEMA': "The database's tables are older than this release: run the migration.",
  'DATABASE.WRONG_ROLE':
    'DATABASE_URL names a role that is not the application’s, or one that may do too much.',
  'TEMPORAL.AWAY': 'Temporal does not answer: steps and mail wait, and catch up.',
  'WORKER.NONE': 'No worker polls: steps and mail wait, and catch up.',
  'MAIL.AWAY': 'The mail server does not answer: mail waits, and is tried again.',
  'SCANNER.AWAY': 'The scanner does not answer: uploads are refused until it does.',
  'PROVIDER.AWAY': 'The identity provider does not answer: nobody can sign in.',
  'PROVIDER.NOT_TRUSTED':
    'The identity provider shows a certificate that nobody known vouches for: see TLS_CA.',
  'PROVIDER.WRONG': 'What answers at OIDC_ISSUER is not that identity provider.',
  'SEALING.LATE':
    'The audit has not been sealed for some time: see that a worker runs and what its log says.',
} as const;

export type HealthCode = keyof typeof HEALTH_CODES;

/** Something is not as it must be. */
export class Unhealthy extends Error {
  override readonly name = 'Unhealthy';

  constructor(
    readonly code: HealthCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** One thing that a process needs. */
export interface HealthCheck {
  readonly name: string;
  /** Whether the process cannot do its work without it; else it is told, and the process is not taken out. */
  readonly needed: boolean;
  /** Resolves if it is there. @throws Unhealthy, or anything else for `otherwise` */
  readonly check: () => Promise<unknown>;
  /** What is told of any other error, and of no answer in time. */
  readonly otherwise: HealthCode;
  /** For how many milliseconds an answer stands: however many ask, it is asked once meanwhile. */
  readonly stands: number;
}
