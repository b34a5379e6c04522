import type { Queryable } from '../queryable.js';

/** Where a function that works with its owner's rights looks for names; what its caller made, it finds last. */
export const SAFE_SEARCH_PATH = 'pg_catalog, public, pg_temp';

/**
 * Functions that work with their owner's rights look for names where their caller can put nothing before them: PostgreSQL
 * searches the session's temporary schema first unless it is named (CREATE FUNCTION, "Writing SECURITY DEFINER Functions Safely").
 */
export async function secureDefinerFunctions(source: Queryable): Promise<void> {
  const functions = await source.query<{ name: string }[]>(
    `SELECT p.oid::regprocedure::text AS name FROM pg_proc p
     WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace AND p.proowner = quote_ident(current_user)::regrole
       AND NOT coalesce('search_path=' || $1 = ANY (p.proconfig), false)`,
    [SAFE_SEARCH_PATH],
  );
  for (const { name } of functions)
    await source.query(`ALTER ROUTINE ${name} SET search_path = ${SAFE_SEARCH_PATH}`);
}
