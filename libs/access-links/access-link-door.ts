import type { DataSource, EntityManager } from 'typeorm';
import type { AuditNote, Origin } from '../audit/audit-entry.types.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Clock } from '../clock/clock.js';
import { openingRefusal, spentRefusal, WRONG_CODES } from '../domain/access/access-link.rules.js';
import type { AccessLink, LinkRefusal } from '../domain/access/access-link.types.js';
import type { Instant } from '../domain/calendar/index.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import { isSecret } from '../identity/secret.js';
import type { SessionStore } from '../identity/session/session-store.js';
import type { FieldCipher } from '../persistence/encryption/field-cipher.js';
import type { Queryable } from '../persistence/queryable.js';
import { NEWEST_EVENT } from '../persistence/snapshots/verified-rows.js';
import { employmentOf } from '../record/employments.js';
import { isCode, writtenCode } from './access-code.js';
import { LINK_COLUMNS } from './access-link-rows.js';

/** What came of knocking with a token and a code. */
export type Opened =
  | { readonly session: string }
  | { readonly refusal: LinkRefusal | 'ACCESS_LINK.UNKNOWN' | 'ACCESS_LINK.CODE_WRONG' };

export interface DoorParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly cipher: FieldCipher;
  readonly sessions: SessionStore;
}

const OPERATION = 'openAccessLink';

interface Knock {
  /** Everything that may have been kept of the token. */
  readonly hashes: readonly Buffer[];
  readonly code: string;
  readonly at: Instant;
  readonly origin: Origin;
}

type LinkWithCode = AccessLink & { readonly codeHash: Buffer };

/** Opens access links: a token from a mail and a code from another way become one session. Every try is on the audit. */
export class AccessLinkDoor {
  constructor(private readonly parts: DoorParts) {}

  /**
   * Tries a token and a code. Of several tries at once with the right code one gets the session.
   * @returns The id of the session, which only the browser keeps; or why there is none.
   */
  async open(token: string, code: string, origin: Origin): Promise<Opened> {
    const at = await this.parts.clock.now();
    const hashes = this.parts.cipher.secrets.hashes(token);
    const link = isSecret(token) ? await this.#linkOf(hashes) : null;
    if (link === null) return this.#unknown(this.parts.database, at, origin);
    const knock = { hashes, code: writtenCode(code), at, origin };
    const spent = spentRefusal(link, at);
    if (spent !== null) return this.#refused(this.parts.database, link, spent, knock);
    return this.parts.database.transaction((manager) => this.#decided(manager, link.planId, knock));
  }

  /** The plan is locked before its links, as by everybody else; whatever takes a right away comes before or after. */
  async #decided(manager: EntityManager, planId: string, knock: Knock): Promise<Opened> {
    const { at, origin, code } = knock;
    const plans = await manager.query<{ state: PlanState | null }[]>(
      `SELECT id, state, ${NEWEST_EVENT} FROM plans WHERE id = $1 FOR SHARE`,
      [planId],
    );
    const links = await manager.query<LinkWithCode[]>(
      `SELECT ${LINK_COLUMNS}, l.code_hash AS "codeHash" FROM access_links l WHERE l.token_hash = ANY ($1) FOR UPDATE`,
      [knock.hashes],
    );
    const [link] = links;
    if (link === undefined) return this.#unknown(manager, at, origin);
    const employment = await employmentOf(manager, link.personId, true);
    const refusal = openingRefusal(link, plans[0]?.state ?? null, employment, at);
    if (refusal !== null) return this.#refused(manager, link, refusal, knock);
    if (!isCode(this.parts.cipher, link, code, link.codeHash)) return this.#wrong(manager, link, knock);
    await manager.query('UPDATE access_links SET used_at = $2 WHERE link_id = $1', [link.linkId, at]);
    const session = await this.parts.sessions.beginByLink(manager, link);
    await this.parts.audit.add(manager, { ...noteOf(link, knock), allowed: true });
    return { session };
  }

  async #wrong(manager: EntityManager, link: AccessLink, knock: Knock): Promise<Opened> {
    await manager.query('UPDATE access_links SET wrong_codes = wrong_codes + 1 WHERE link_id = $1', [
      link.linkId,
    ]);
    await this.#noteRefusal(manager, link, 'ACCESS_LINK.CODE_WRONG', knock);
    const locked = link.wrongCodes + 1 >= WRONG_CODES;
    return { refusal: locked ? 'ACCESS_LINK.LOCKED' : 'ACCESS_LINK.CODE_WRONG' };
  }

  async #refused(source: Queryable, link: AccessLink, refusal: LinkRefusal, knock: Knock): Promise<Opened> {
    await this.#noteRefusal(source, link, refusal, knock);
    return { refusal };
  }

  async #noteRefusal(source: Queryable, link: AccessLink, refusal: string, knock: Knock): Promise<void> {
    await this.parts.audit.add(source, { ...noteOf(link, knock), allowed: false, refusal });
  }

  /** Nobody knows who brings a token that we never made, so nobody is named. */
  async #unknown(source: Queryable, at: Instant, origin: Origin): Promise<Opened> {
    const refusal = 'ACCESS_LINK.UNKNOWN';
    await this.parts.audit.add(source, {
      at,
      actor: { kind: 'unknown' },
      roles: [],
      operation: OPERATION,
      planId: null,
      allowed: false,
      refusal,
      origin,
    });
    return { refusal };
  }

  async #linkOf(hashes: readonly Buffer[]): Promise<AccessLink | null> {
    const rows = await this.parts.database.query<AccessLink[]>(
      `SELECT ${LINK_COLUMNS} FROM access_links l WHERE l.token_hash = ANY ($1)`,
      [hashes],
    );
    return rows[0] ?? null;
  }
}

/** Whoever has the link is taken for who it was given to; that it was by a link stands beside it. */
function noteOf(link: AccessLink, { at, origin }: Knock): Omit<AuditNote, 'allowed'> {
  const { linkId, planId, participantId, purpose, personId } = link;
  return {
    at,
    actor: {
      kind: 'person',
      personId,
      organisationId: null,
      organisationRoles: [],
      worksIn: [],
      link: { linkId, planId, participantId, purpose },
    },
    roles: [],
    operation: OPERATION,
    planId,
    origin,
  };
}
