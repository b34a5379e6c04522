import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { AuditNote, Origin } from '../audit/audit-entry.types.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Clock } from '../clock/clock.js';
import { Refusal } from '../contracts/refusal.js';
import { givingRefusal } from '../domain/access/access-link.rules.js';
import type { LinkPurpose } from '../domain/access/access-link.types.js';
import { checkPlanOperation } from '../domain/access/check-plan-operation.js';
import { addDuration, type Instant } from '../domain/calendar/index.js';
import { sightOf } from '../domain/disclosure/sight.js';
import { DomainError, required } from '../domain/plan/errors.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import type { PlanRole } from '../domain/plan/rights.js';
import { NO_EMPLOYMENT } from '../domain/standing/standing.js';
import type { PersonActor } from '../identity/actor-of-token.js';
import type { Vault } from '../persistence/vault.js';
import { auditRefusal } from '../record/audit-refusal.js';
import { employmentOf } from '../record/employments.js';
import { lockPlanFor } from '../record/lock-plan.js';
import { queueAccessLink } from '../record/notice-outbox.js';
import type { PlanRecord } from '../record/plan-record.js';
import { signsIn } from '../register/registered-person.js';
import { codeHash, newCode } from './access-code.js';
import { GIVEN_COLUMNS, type GivenLink } from './access-link-rows.js';

/** Who gives or revokes a link, and from where. */
export interface Giver {
  readonly actor: PersonActor;
  readonly origin: Origin;
}

export interface AccessLinksParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly audit: AuditLog;
  /** Its dispatcher sends the mail. */
  readonly record: Pick<PlanRecord, 'noticesQueued'>;
  /** How long a link can be opened, in hours. */
  readonly hours: number;
}

type LinkOperation = 'giveAccessLink' | 'revokeAccessLink';

/**
 * Links for participants who cannot sign in, as docs/decisions/0025-access-links.md says: whoever coordinates gives one and
 * tells its code, the dispatcher mails it, and those who see the whole plan can revoke it.
 */
export class AccessLinks {
  constructor(private readonly parts: AccessLinksParts) {}

  /**
   * Gives a participant a link in place of those for the same purpose that were not used, and has it mailed.
   * @param id The link's id; giving one again that was given changes nothing.
   * @returns The link, and its code, which is told this once; null for a link that was given before.
   * @throws DomainError PLAN.NOT_FOUND, ACTOR.NOT_PERMITTED; Refusal with the code of `givingRefusal`.
   */
  async give(
    giver: Giver,
    planId: string,
    { participantId, purpose }: { readonly participantId: string; readonly purpose: LinkPurpose },
    id: string = randomUUID(),
  ): Promise<{ link: GivenLink; code: string | null }> {
    const given = await this.#onPlan(
      giver,
      planId,
      'giveAccessLink',
      async (manager, { state, roles, at }) => {
        const before = await linkOf(manager, planId, id);
        if (before !== null) return { link: before, code: null };
        const personId = await this.#recipient(manager, state, participantId, at);
        await replaceUnused(manager, { planId, participantId, purpose, at, by: giver.actor.personId });
        const code = newCode();
        const expiresAt = addDuration(at, { hours: this.parts.hours });
        const rows = await manager.query<GivenLink[]>(
          `INSERT INTO access_links (link_id, plan_id, participant_id, person_id, purpose, code_hash, wrong_codes, given_at,
           given_by_person_id, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8, $9) RETURNING ${GIVEN_COLUMNS}`,
          [
            id,
            planId,
            participantId,
            personId,
            purpose,
            codeHash(
              this.parts.vault.cipher,
              { linkId: id, planId, participantId, personId, purpose, expiresAt },
              code,
            ),
            at,
            giver.actor.personId,
            expiresAt,
          ],
        );
        await queueAccessLink(manager, { planId, linkId: id, participantId, at });
        await this.#note(manager, 'giveAccessLink', giver, planId, roles, at);
        return { link: required(rows[0], 'PLAN.NOT_FOUND'), code };
      },
    );
    this.parts.record.noticesQueued(planId);
    return given;
  }

  /**
   * Revokes a link; the session to which it led ends with its next click. Revoking again changes nothing.
   * @throws DomainError PLAN.NOT_FOUND, ACTOR.NOT_PERMITTED; Refusal ACCESS_LINK.NOT_FOUND
   */
  async revoke(giver: Giver, planId: string, linkId: string): Promise<GivenLink> {
    return this.#onPlan(giver, planId, 'revokeAccessLink', async (manager, { roles, at }) => {
      const link = await linkOf(manager, planId, linkId);
      if (link === null) throw new Refusal('ACCESS_LINK.NOT_FOUND');
      if (link.revokedAt !== null) return link;
      const by = giver.actor.personId;
      await manager.query(
        'UPDATE access_links SET revoked_at = $2, revoked_by_person_id = $3 WHERE link_id = $1',
        [linkId, at, by],
      );
      await this.#note(manager, 'revokeAccessLink', giver, planId, roles, at);
      return { ...link, revokedAt: at, revokedByPersonId: by };
    });
  }

  /**
   * Answers again for a link that was given or revoked before: the right is asked anew, the link read anew; its code is told
   * once and never again.
   * @throws as `revoke`
   */
  answerAgain(operation: LinkOperation, giver: Giver, planId: string, linkId: string): Promise<GivenLink> {
    return this.#onPlan(giver, planId, operation, async (manager, { roles, at }) => {
      const link = await linkOf(manager, planId, linkId);
      if (link === null) throw new Refusal('ACCESS_LINK.NOT_FOUND');
      await this.#note(manager, operation, giver, planId, roles, at, { repeated: true });
      return link;
    });
  }

  /** Works under the plan's lock, if it is the giver's to do; a try that is not is on the audit. */
  async #onPlan<T>(
    { actor, origin }: Giver,
    planId: string,
    operation: LinkOperation,
    work: (
      manager: EntityManager,
      plan: { state: PlanState; roles: readonly PlanRole[]; at: Instant },
    ) => Promise<T>,
  ): Promise<T> {
    const at = await this.parts.clock.now();
    try {
      return await this.parts.database.transaction(async (manager) => {
        const { plan, actor: acting } = await lockPlanFor(manager, planId, actor);
        const { state } = required(plan, 'PLAN.NOT_FOUND');
        const sight = sightOf(state, acting, at);
        checkPlanOperation(operation, sight);
        return work(manager, { state, roles: sight.roles, at });
      });
    } catch (error) {
      if (error instanceof DomainError) {
        await auditRefusal(this.parts, { actor, origin, planId, operation, refusal: error.code });
      }
      throw error;
    }
  }

  /** The person who stands for the participant now, if they can be given a link. */
  async #recipient(
    manager: EntityManager,
    state: PlanState,
    participantId: string,
    at: Instant,
  ): Promise<string> {
    const personId = state.participants[participantId]?.personId ?? null;
    const known = personId !== null && (await signsIn(manager, personId));
    const employment = personId === null ? NO_EMPLOYMENT : await employmentOf(manager, personId, true);
    const refusal = givingRefusal(state, participantId, { signsIn: known, employment }, at);
    if (refusal !== null || personId === null) throw new Refusal(refusal ?? 'PARTICIPANT.NOT_FOUND');
    const { email } = await this.parts.vault.contacts.of(manager, personId);
    if (email === null || email === '') throw new Refusal('ACCESS_LINK.NOT_BY_MAIL');
    return personId;
  }

  async #note(
    manager: EntityManager,
    operation: LinkOperation,
    { actor, origin }: Giver,
    planId: string,
    roles: readonly PlanRole[],
    at: Instant,
    told: Pick<AuditNote, 'repeated'> = {},
  ): Promise<void> {
    const note = { at, actor, roles, operation, planId, allowed: true, origin };
    await this.parts.audit.add(manager, { ...note, ...told });
  }
}

async function linkOf(manager: EntityManager, planId: string, linkId: string): Promise<GivenLink | null> {
  const rows = await manager.query<GivenLink[]>(
    `SELECT ${GIVEN_COLUMNS} FROM access_links WHERE link_id = $1 AND plan_id = $2 FOR UPDATE`,
    [linkId, planId],
  );
  return rows[0] ?? null;
}

/** Somebody has one link for a purpose that can be opened, so that it is clear whose code is asked for. */
async function replaceUnused(
  manager: EntityManager,
  of: { planId: string; participantId: string; purpose: LinkPurpose; at: Instant; by: string },
): Promise<void> {
  await manager.query(
    `UPDATE access_links SET revoked_at = $4, revoked_by_person_id = $5
     WHERE plan_id = $1 AND participant_id = $2 AND purpose = $3 AND used_at IS NULL AND revoked_at IS NULL`,
    [of.planId, of.participantId, of.purpose, of.at, of.by],
  );
}
