import type { DataSource } from 'typeorm';
import type { OrganisationRole } from '../../domain/plan/actor.js';
import { parseCpr, parseReplacementCpr } from '../../domain/identifiers/index.js';
import { provenBy } from '../../persistence/register-rows/register-rows.js';
import { organisationsFrom } from '../../record/employments.js';
import { PersonDirectory, type RegisteredPerson } from '../person-directory.js';
import type { KeyedHash } from '../sign-in-key.js';

interface PersonRow {
  readonly personId: string;
  readonly organisationId: string | null;
  readonly roles: OrganisationRole[];
  readonly cvrs: string[];
  readonly worksIn: string[];
}

/** People with the CVR numbers of their organisation and of those above it. */
const PEOPLE = `SELECT p.id AS "personId", p.organisation_id AS "organisationId", p.organisation_roles AS roles,
    ARRAY(
      WITH RECURSIVE above AS (
        SELECT id, parent_id, cvr FROM organisations WHERE id = p.organisation_id
        UNION SELECT o.id, o.parent_id, o.cvr FROM organisations o JOIN above ON o.id = above.parent_id
      )
      SELECT cvr FROM above WHERE cvr IS NOT NULL
    ) AS cvrs,
    ${organisationsFrom('p.organisation_id')} AS "worksIn",
    ${provenBy({
      people: 'people.id = p.id',
      citizens: 'citizens.person_id = p.id',
      organisations: `organisations.id IN (
        WITH RECURSIVE above AS (
          SELECT id, parent_id FROM organisations o WHERE o.id = p.organisation_id
          UNION SELECT o.id, o.parent_id FROM organisations o JOIN above ON o.id = above.parent_id
        )
        SELECT id FROM above)`,
    })}
  FROM people p`;

/** Nobody signs in as somebody who has died. */
const LIVING = 'p.deceased_at IS NULL';
/** So many are remembered; then it begins anew. */
const MOST_NOTED = 10_000;

/** The register of people, in PostgreSQL. */
export class RegisteredPeople extends PersonDirectory {
  /** Whose number this process has noted already. */
  readonly #noted = new Map<string, Buffer>();

  constructor(
    private readonly database: Pick<DataSource, 'query'>,
    private readonly keyed: KeyedHash,
  ) {
    super();
  }

  byId(personId: string): Promise<RegisteredPerson | null> {
    return this.#one(`${PEOPLE} WHERE ${LIVING} AND p.id = $1`, [personId]);
  }

  bySignIn(keys: readonly string[]): Promise<RegisteredPerson | null> {
    return this.#one(
      `${PEOPLE} WHERE ${LIVING} AND p.subject = ANY($1) ORDER BY array_position($1::text[], p.subject) LIMIT 1`,
      [keys],
    );
  }

  async byNumber(cpr: string): Promise<RegisteredPerson | null> {
    const number = this.#hashed(cpr);
    if (number === null) return null;
    return this.#one(`${PEOPLE} JOIN citizens c ON c.person_id = p.id WHERE ${LIVING} AND c.cpr_hash = $1`, [
      number,
    ]);
  }

  async noteNumber(personId: string, cpr: string): Promise<void> {
    const number = this.#hashed(cpr);
    if (number === null || this.#noted.get(personId)?.equals(number) === true) return;
    await this.database.query(
      `INSERT INTO staff_numbers (person_id, number_hash)
       SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM citizens WHERE person_id = $1)
       ON CONFLICT (person_id) DO UPDATE SET number_hash = EXCLUDED.number_hash
       WHERE staff_numbers.number_hash <> EXCLUDED.number_hash`,
      [personId, number],
    );
    if (this.#noted.size >= MOST_NOTED) this.#noted.clear();
    this.#noted.set(personId, number);
  }

  #hashed(cpr: string): Buffer | null {
    const number = [parseCpr(cpr), parseReplacementCpr(cpr)].find(({ ok }) => ok);
    return number?.ok === true ? this.keyed.hash(number.value) : null;
  }

  async #one(query: string, values: unknown[]): Promise<RegisteredPerson | null> {
    const [person] = await this.database.query<PersonRow[]>(query, values);
    return person ?? null;
  }
}
