import type { DataSource } from 'typeorm';
import type { Clock } from '../../clock/clock.js';
import { LINK_SESSION_MINUTES } from '../../domain/access/access-link.rules.js';
import { addDuration, type Instant, minInstant } from '../../domain/calendar/index.js';
import type { OrganisationRole } from '../../domain/plan/actor.js';
import type { Queryable } from '../../persistence/queryable.js';
import { violatesUnique } from '../../persistence/unique-violation.js';
import type { ClaimedPart } from '../actor-of-token.js';
import type { AssuranceLevel } from '../claims/assurance.js';
import type { SignIn } from '../sign-in-anew.js';
import type { SecretHashes } from '../../persistence/encryption/secret-hashes.js';
import { isSecret, newSecret } from '../secret.js';

/** How long sessions last, in seconds. */
export interface SessionLimits {
  /** Without the person doing anything. */
  readonly idle: number;
  /** At most. */
  readonly longest: number;
}

/** What a sign-in begins a session with. */
export interface NewSession {
  readonly personId: string;
  readonly claimed: ClaimedPart;
  readonly signIn: SignIn;
  /** The state of the sign-in, which is used up by it. */
  readonly attempt: string;
  readonly subjectKey: string;
  /** The provider's own id of its session, if it told one. */
  readonly providerSession: string | null;
  /** As it is to be kept. */
  readonly idTokenSealed: string;
}

/** The access link that begins a session, and who it was given to. */
export interface SessionLink {
  readonly linkId: string;
  readonly personId: string;
}

/** A session that stands. */
export interface Session {
  readonly idHash: Buffer;
  readonly personId: string;
  readonly claimed: ClaimedPart;
  /** Says nothing for a session by a link. */
  readonly signIn: SignIn;
  /** Null for a session by a link. */
  readonly idTokenSealed: string | null;
  /** The access link that it began with; null for somebody who signed in. */
  readonly accessLinkId: string | null;
  /** When it ends if the person does nothing, and at the latest. */
  readonly idleAt: Instant;
  readonly endsAt: Instant;
}

/** What became of the session that a browser names. */
export type FoundSession =
  | { readonly state: 'active'; readonly session: Session }
  | { readonly state: 'timedOut' }
  /** It is over, however it ended, and there is no signing in again: a link leads to one session. */
  | { readonly state: 'linkOver' }
  | { readonly state: 'none' };

interface SessionRow {
  readonly idHash: Buffer;
  readonly personId: string;
  readonly cvr: string | null;
  readonly organisationAsked: boolean;
  readonly roles: OrganisationRole[] | null;
  readonly idTokenSealed: string | null;
  readonly accessLinkId: string | null;
  readonly signedInAt: Instant | null;
  readonly assurance: AssuranceLevel | null;
  readonly seenAt: Instant;
  readonly endsAt: Instant;
  readonly endedAt: Instant | null;
  readonly code: Buffer;
}

/** How long what is over stays known, in minutes, so that it can be told why. */
const REMEMBERED = 60;

const COLUMNS = `id_hash AS "idHash", person_id AS "personId", cvr, organisation_asked AS "organisationAsked", roles,
  id_token_sealed AS "idTokenSealed", access_link_id AS "accessLinkId", signed_in_at AS "signedInAt", assurance,
  seen_at AS "seenAt", ends_at AS "endsAt", ended_at AS "endedAt", code`;

/** What the code of a session's row is the code of. */
const ROW = 'session';

/** A link makes nobody part of an organisation. */
const BY_LINK: ClaimedPart = { cvr: null, organisationAsked: true, roles: [] };
/** And is no sign-in. */
const UNSIGNED = { signedInAt: null, assurance: null };

/** The sessions of the portal, in PostgreSQL: any number of processes share them. */
export class SessionStore {
  constructor(
    private readonly database: Pick<DataSource, 'query'>,
    private readonly clock: Clock,
    readonly limits: SessionLimits,
    private readonly secrets: SecretHashes,
  ) {}

  /**
   * Begins a session under a new id.
   * @returns The id, which is kept nowhere but in the browser; null if this sign-in led to a session already.
   */
  async begin(session: NewSession): Promise<string | null> {
    const id = newSecret();
    const now = await this.clock.now();
    const { personId, claimed, signIn, attempt, subjectKey, providerSession, idTokenSealed } = session;
    const idHash = this.secrets.hash(id);
    const endsAt = later(now, this.limits.longest);
    const signed = { signedInAt: signIn.at, assurance: signIn.assurance };
    const written = { idHash, personId, ...claimed, ...signed, idTokenSealed, accessLinkId: null, endsAt };
    try {
      const begun = await this.database.query<unknown[]>(
        `INSERT INTO sessions (id_hash, person_id, attempt_hash, subject_key, provider_session_hash, cvr,
           organisation_asked, roles, id_token_sealed, begun_at, seen_at, ends_at, code, signed_in_at, assurance)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $14, $15
         WHERE NOT EXISTS (SELECT FROM sessions WHERE attempt_hash = ANY ($13)) RETURNING person_id`,
        [
          idHash,
          personId,
          this.secrets.hash(attempt),
          subjectKey,
          providerSession === null ? null : this.secrets.hash(providerSession),
          claimed.cvr,
          claimed.organisationAsked,
          claimed.roles,
          idTokenSealed,
          now,
          endsAt,
          this.secrets.code(ROW, partsOf(written)),
          this.secrets.hashes(attempt),
          signIn.at,
          signIn.assurance,
        ],
      );
      return begun.length === 0 ? null : id;
    } catch (error) {
      if (violatesUnique(error, 'uq_sessions_attempt_hash')) return null;
      throw error;
    }
  }

  /**
   * Begins the one session of an access link, in the transaction that uses the link up.
   * @returns The id, which is kept nowhere but in the browser.
   */
  async beginByLink(source: Queryable, { linkId, personId }: SessionLink): Promise<string> {
    const id = newSecret();
    const now = await this.clock.now();
    const longest = Math.min(this.limits.longest, LINK_SESSION_MINUTES * 60);
    const idHash = this.secrets.hash(id);
    const endsAt = later(now, longest);
    const written = {
      idHash,
      personId,
      ...BY_LINK,
      ...UNSIGNED,
      idTokenSealed: null,
      accessLinkId: linkId,
      endsAt,
    };
    await source.query(
      `INSERT INTO sessions (id_hash, person_id, attempt_hash, access_link_id, cvr, organisation_asked, roles, begun_at,
         seen_at, ends_at, code)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10)`,
      [
        idHash,
        personId,
        this.secrets.hash(`access-link ${linkId}`),
        linkId,
        BY_LINK.cvr,
        BY_LINK.organisationAsked,
        BY_LINK.roles,
        now,
        endsAt,
        this.secrets.code(ROW, partsOf(written)),
      ],
    );
    return id;
  }

  /** The session of an id, for somebody who does something: it goes on from now. */
  async use(id: string): Promise<FoundSession> {
    const found = await this.look(id);
    if (found.state !== 'active') return found;
    const now = await this.clock.now();
    await this.database.query('UPDATE sessions SET seen_at = $2 WHERE id_hash = $1 AND seen_at < $2', [
      found.session.idHash,
      now,
    ]);
    const idleAt = minInstant(later(now, this.limits.idle), found.session.endsAt);
    return { state: 'active', session: { ...found.session, idleAt } };
  }

  /** The session of an id, without that counting as something that the person does. */
  async look(id: string): Promise<FoundSession> {
    if (!isSecret(id)) return { state: 'none' };
    const [row] = await this.database.query<SessionRow[]>(
      `SELECT ${COLUMNS} FROM sessions WHERE id_hash = ANY ($1)`,
      [this.secrets.hashes(id)],
    );
    if (row === undefined || !this.secrets.isCode(row.code, ROW, partsOf(row))) return { state: 'none' };
    const { idHash, personId, cvr, organisationAsked, roles, idTokenSealed, accessLinkId, endsAt } = row;
    if (row.endedAt !== null) return { state: accessLinkId === null ? 'none' : 'linkOver' };
    const idleAt = minInstant(later(row.seenAt, this.limits.idle), endsAt);
    if (idleAt <= (await this.clock.now())) return { state: accessLinkId === null ? 'timedOut' : 'linkOver' };
    const claimed = { cvr, organisationAsked, roles };
    const signIn = { at: row.signedInAt, assurance: row.assurance };
    const session = { idHash, personId, claimed, signIn, idTokenSealed, accessLinkId, idleAt, endsAt };
    return { state: 'active', session };
  }

  /** Ends the session of an id, if there is one. */
  async end(id: string): Promise<void> {
    await this.#end('id_hash = ANY ($2)', this.secrets.hashes(id));
  }

  /** Ends every session of a person. */
  async endOfPerson(personId: string): Promise<void> {
    await this.#end('person_id = $2', personId);
  }

  /** Ends every session there is. */
  async endAll(): Promise<void> {
    await this.#end('TRUE');
  }

  /** Ends what began with one session of the provider's; whose sessions these were. */
  endOfProviderSession(providerSession: string): Promise<readonly string[]> {
    return this.#end('provider_session_hash = ANY ($2)', this.secrets.hashes(providerSession));
  }

  /** Ends every session of somebody, as the provider knows them; whose these were. */
  endOfSubject(subjectKey: string): Promise<readonly string[]> {
    return this.#end('subject_key = $2', subjectKey);
  }

  /** Forgets what has been over for a while. */
  async cleanUp(): Promise<void> {
    const before = addDuration(await this.clock.now(), { minutes: -REMEMBERED });
    await this.database.query('DELETE FROM sessions WHERE ended_at < $1 OR ends_at < $1 OR seen_at < $2', [
      before,
      later(before, -this.limits.idle),
    ]);
  }

  /** @returns The people whose sessions were ended. */
  async #end(which: string, ...values: readonly unknown[]): Promise<readonly string[]> {
    const [rows] = await this.database.query<[{ personId: string }[], number]>(
      `UPDATE sessions SET ended_at = $1 WHERE ${which} AND ended_at IS NULL RETURNING person_id AS "personId"`,
      [await this.clock.now(), ...values],
    );
    return [...new Set(rows.map(({ personId }) => personId))];
  }
}

/** What decides who is signed in, and for how long at most; what was put in its place is nobody's session. */
function partsOf(
  row: Pick<
    SessionRow,
    | 'idHash'
    | 'personId'
    | 'cvr'
    | 'organisationAsked'
    | 'idTokenSealed'
    | 'accessLinkId'
    | 'endsAt'
    | 'signedInAt'
    | 'assurance'
  > & { readonly roles: readonly OrganisationRole[] | null },
): readonly unknown[] {
  const { idHash, personId, cvr, organisationAsked, roles, idTokenSealed, accessLinkId, endsAt } = row;
  const { signedInAt, assurance } = row;
  return [
    idHash.toString('base64'),
    personId,
    cvr,
    organisationAsked,
    roles,
    idTokenSealed,
    accessLinkId,
    Date.parse(endsAt),
    signedInAt === null ? null : Date.parse(signedInAt),
    assurance,
  ];
}

function later(at: Instant, seconds: number): Instant {
  return addDuration(at, { minutes: seconds / 60 });
}
