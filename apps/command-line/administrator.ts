import { randomUUID } from 'node:crypto';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { EntityManager } from 'typeorm';
import { parseCvr } from '../../libs/domain/identifiers/index.js';
import { NO_CONTACT_DETAILS } from '../../libs/persistence/contact-details/contact-details.js';
import { subjectKey } from '../../libs/identity/sign-in-key.js';
import { OrganisationEntity, PersonEntity } from '../../libs/persistence/entities/index.js';
import { isOneLine } from '../../libs/input/one-line.js';
import { canonicalAddress, isMailAddress } from '../../libs/mail/mail-address.js';
import type { Vault } from '../../libs/persistence/vault.js';
import { violatesUnique } from '../../libs/persistence/unique-violation.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';

const OPTIONS = {
  subject: { type: 'string' },
  'given-name': { type: 'string' },
  'family-name': { type: 'string' },
  email: { type: 'string' },
  organisation: { type: 'string' },
  cvr: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

interface Told {
  readonly subject: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly organisation: string;
  readonly cvr: string;
}

/**
 * Registers the first administrator of a new system, with the organisation that they belong to. All others are
 * registered by administrators and team leaders, so it is refused where there is one already.
 */
export async function administrator(
  { environment, database, clock, vault }: Pick<ProcessParts, 'environment' | 'database' | 'clock' | 'vault'>,
  words: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const told = toldBy(words);
  if (told === null) {
    say('administrator expects all of:');
    say('  --subject=<as the provider knows them> --given-name=<…> --family-name=<…> --email=<…>');
    say('  (names on one line, one mail address)');
    say('  --organisation=<name of the municipality> --cvr=<its CVR number>');
    return 2;
  }
  const at = await clock.now();
  const subject = subjectKey(vault.cipher, environment.OIDC_ISSUER, told.subject);
  try {
    const registered = await database.transaction('SERIALIZABLE', async (manager) => {
      if (await isAdministered(manager)) return false;
      await register(manager, vault, { ...told, subject }, at);
      return true;
    });
    say(
      registered
        ? 'The first administrator is registered and can sign in.'
        : 'There is an administrator already.',
    );
    return registered ? 0 : 1;
  } catch (error) {
    if (!violatesUnique(error)) throw error;
    say('Somebody is registered with this sign-in already.');
    return 1;
  }
}

function toldBy(words: readonly string[]): Told | null {
  const values = valuesOf(words);
  if (values === null) return null;
  const { subject, 'given-name': givenName, 'family-name': familyName, email, organisation } = values;
  const cvr = parseCvr(values.cvr ?? '');
  if (!subject || !givenName || !familyName || !email || !organisation || !cvr.ok) return null;
  if (![givenName, familyName, organisation].every(isOneLine) || !isMailAddress(canonicalAddress(email)))
    return null;
  return { subject, givenName, familyName, email, organisation, cvr: cvr.value };
}

function valuesOf(words: readonly string[]): Partial<Record<keyof typeof OPTIONS, string>> | null {
  try {
    return parseArgs({ args: [...words], options: OPTIONS }).values;
  } catch {
    // An option that is not known, or one without a value.
    return null;
  }
}

async function isAdministered(manager: EntityManager): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM people WHERE 'administrator' = ANY(organisation_roles) LIMIT 1`,
  );
  return rows.length > 0;
}

async function register(manager: EntityManager, { contacts }: Vault, told: Told, at: string): Promise<void> {
  const organisationId = randomUUID();
  const organisation = {
    id: organisationId,
    kind: 'municipality',
    name: told.organisation,
    cvr: told.cvr,
  } as const;
  await manager.getRepository(OrganisationEntity).insert(organisation);
  const personId = randomUUID();
  await manager.getRepository(PersonEntity).insert({
    id: personId,
    givenName: told.givenName,
    familyName: told.familyName,
    language: 'da',
    channel: 'mail',
    organisationId,
    organisationRoles: ['administrator'],
    protectedIdentity: false,
    subject: told.subject,
    createdAt: at,
  });
  await contacts.write(manager, personId, { ...NO_CONTACT_DETAILS, email: told.email }, at);
}
