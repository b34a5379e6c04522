import type { Instant } from '../domain/calendar/index.js';
import type { OrganisationFigures } from '../domain/evaluation/figures.types.js';
import type { Queryable } from '../persistence/queryable.js';

/** Any number will do, as long as whoever fixes a quarter asks for the same one. */
const FIXING_LOCK = 7_281_994;

/** What a quarter was fixed with, for one organisation. */
export interface KeptQuarter {
  readonly fixed: boolean;
  /** Null for an organisation that was not there when the quarter was fixed. */
  readonly figures: OrganisationFigures | null;
}

/** What is kept of a quarter. */
export async function keptQuarter(
  source: Queryable,
  quarter: string,
  organisationId: string | null,
): Promise<KeptQuarter> {
  const [kept] = await source.query<KeptQuarter[]>(
    `SELECT EXISTS (SELECT FROM quarter_figures WHERE quarter = $1) AS fixed,
       (SELECT figures FROM quarter_figures WHERE quarter = $1 AND organisation_id = $2) AS figures`,
    [quarter, organisationId],
  );
  return kept ?? { fixed: false, figures: null };
}

/** Until the transaction ends nobody else fixes a quarter; what others have fixed is there to be seen after this. */
export async function waitToFix(source: Queryable): Promise<void> {
  await source.query('SELECT pg_advisory_xact_lock($1)', [FIXING_LOCK]);
}

/** Keeps what is told of a quarter, for all organisations together. */
export async function keepQuarter(
  source: Queryable,
  quarter: string,
  at: Instant,
  figures: ReadonlyMap<string, OrganisationFigures>,
): Promise<void> {
  await source.query(
    `INSERT INTO quarter_figures (quarter, organisation_id, at, figures)
     SELECT $1, organisation_id, $2, figures
     FROM jsonb_to_recordset($3::jsonb) AS fixed (organisation_id uuid, figures jsonb)`,
    [
      quarter,
      at,
      JSON.stringify([...figures].map(([organisation_id, own]) => ({ organisation_id, figures: own }))),
    ],
  );
}
