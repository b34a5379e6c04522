import { issueToken } from '../../libs/identity/issue-token.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';
import type { OrganisationRole } from '../../libs/domain/plan/actor.js';

interface FoundPerson {
  readonly id: string;
  readonly familyName: string;
  readonly organisationId: string | null;
  readonly roles: OrganisationRole[];
}

/** Signs somebody in on a local set-up, by family name: prints a bearer token for the API. */
export async function token(
  { environment, database, clock }: ProcessParts,
  words: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const [familyName] = words;
  if (!environment.LOCAL_SETUP) {
    say('Tokens are given out here only on a local set-up.');
    return 1;
  }
  if (words.length !== 1 || familyName === undefined) {
    say('token expects the family name of one person');
    return 2;
  }
  // Names may be sealed, so the database cannot look for them.
  const people = await database.query<FoundPerson[]>(
    `SELECT id, family_name AS "familyName", organisation_id AS "organisationId", organisation_roles AS roles
     FROM people ORDER BY created_at, id`,
  );
  const person = people.find((one) => one.familyName.toLowerCase() === familyName.toLowerCase());
  if (person === undefined) {
    say(`There is nobody called ${familyName}.`);
    return 1;
  }
  const settings = {
    secret: environment.TOKEN_SECRET,
    issuer: environment.TOKEN_ISSUER,
    audience: environment.TOKEN_AUDIENCE,
  };
  const claims = { personId: person.id, organisationId: person.organisationId, roles: person.roles };
  say(await issueToken(settings, claims, await clock.now()));
  return 0;
}
