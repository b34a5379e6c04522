import { NO_CONTACT_DETAILS } from '../../libs/persistence/contact-details/contact-details.js';
import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { pino } from 'pino';
import { NoticeActivitiesHost } from '../../activities/notices/notice.activities.js';
import { freePort, LOOPBACK } from '../../apps/local/engines/ports.js';
import { Visitor } from '../../apps/local/sign-in/visitor.js';
import { AuditKeys } from '../../libs/audit/audit-keys.js';
import { AuditLog } from '../../libs/audit/audit-log.js';
import type { LinkPurpose } from '../../libs/domain/access/access-link.types.js';
import { MailTransport } from '../../libs/mail/index.js';
import { NOTICE_SHARDS } from '../../libs/record/notice-outbox.js';
import { NOTICE_TIMES } from '../../libs/record/notice-times.js';
import { type Mailbox, startMailbox } from '../support/servers.js';
import { ApiServer, type SignedIn } from './api-server.js';
import { type WellFilledPlan, wellFilledPlan } from './well-filled-plan.js';

const MAIL_FROM = { name: 'Besked', address: 'besked@example.dk' };
const HOST = 'localhost';

/** Somebody who takes part and cannot sign in. */
export interface Outsider {
  readonly personId: string;
  readonly participantId: string;
  readonly email: string;
  /** Where they work; null for a relative. */
  readonly organisationId: string | null;
}

/** A link that has been given, as the coordinator has it. */
export interface Given {
  readonly linkId: string;
  readonly code: string;
}

/** API, portal, dispatcher and mail server over one record, with everything that they log. */
export class LinkStage {
  /** Every line of the portal's and the dispatcher's logs. */
  readonly log: string[] = [];

  private constructor(
    readonly api: ApiServer,
    readonly mailbox: Mailbox,
    readonly plan: WellFilledPlan,
    /** Where the portal is. */
    readonly portalUrl: string,
    private portal: NestExpressApplication | null,
  ) {}

  static async start(): Promise<LinkStage> {
    const api = await ApiServer.start('2027-03-01T09:00:00.000Z');
    const mailbox = await startMailbox();
    const plan = await wellFilledPlan(api);
    await api.database.query('DELETE FROM notices');
    const port = await freePort();
    const stage = new LinkStage(api, mailbox, plan, `http://${HOST}:${port}`, null);
    const { createPortal } = await import('../../apps/portal/create-portal.js');
    const { clock, database, record, vault } = api;
    stage.portal = await createPortal({
      environment: { ...api.environment, PUBLIC_URL: stage.portalUrl, TRUSTED_PROXIES: [LOOPBACK] },
      logger: pino({ level: 'trace' }, lineSink(stage.log)),
      clock,
      database,
      record,
      vault,
      audit: new AuditLog(vault.keys, new AuditKeys(api.environment.AUDIT_KEYS)),
      end: () => Promise.resolve(),
    });
    await stage.portal.listen(port, LOOPBACK);
    return stage;
  }

  get coordinator(): SignedIn {
    return this.plan.people.coordinator;
  }

  /** Lets somebody take part who has no sign-in, with the citizen's consent. */
  async outsider(
    role: 'relative' | 'gp' = 'relative',
    kinds = ['masterData', 'goals', 'appointments'],
  ): Promise<Outsider> {
    const participantId = randomUUID();
    const email = `${participantId}@example.dk`;
    const organisationId = role === 'gp' ? await this.api.organisation('Lægehuset') : null;
    const personId = await this.person(email, organisationId);
    const plan = `/plans/${this.plan.planId}`;
    await this.api
      .post(this.coordinator, `${plan}/participants`, {
        participantId,
        personId,
        role,
        channel: 'mail',
        wishedByCitizen: true,
      })
      .expect(201);
    await this.consent(participantId, kinds);
    return { personId, participantId, email, organisationId };
  }

  /** So many days from now. */
  later(days: number): string {
    return new Date(Date.parse(this.api.clock.at) + days * 86_400_000).toISOString();
  }

  /** Takes the sign-in from somebody who takes part. */
  async withoutSignIn(personId: string, participantId: string): Promise<Outsider> {
    const email = `${participantId}@example.dk`;
    const { database, vault, clock } = this.api;
    await database.query('UPDATE people SET subject = NULL WHERE id = $1', [personId]);
    await vault.contacts.write(database.manager, personId, { ...NO_CONTACT_DETAILS, email }, clock.at);
    return { personId, participantId, email, organisationId: null };
  }

  /** Somebody in the register who has no sign-in. */
  async person(email: string, organisationId: string | null = null): Promise<string> {
    const { personId } = await this.api.person(organisationId, [], { email });
    await this.api.database.query('UPDATE people SET subject = NULL WHERE id = $1', [personId]);
    return personId;
  }

  async consent(participantId: string, kinds: readonly string[], plan = this.plan): Promise<void> {
    await this.api
      .post(plan.people.citizen, `/plans/${plan.planId}/consents`, {
        grants: [{ participantId, kinds, from: this.api.clock.at, to: '2028-02-01T00:00:00.000Z' }],
        basis: 'healthAct43',
        manner: 'digital',
        wordingVersion: '2026-1',
        givenBy: 'citizen',
        place: 'Klinikken',
      })
      .expect(201);
  }

  /** Gives a link by the API, as the coordinator. */
  async give({ participantId }: Outsider, purpose: LinkPurpose): Promise<Given> {
    const path = `/plans/${this.plan.planId}/participants/${participantId}/access-links`;
    const response = await this.api.post(this.coordinator, path, { purpose }).expect(201);
    const { link, code } = response.body as { link: { linkId: string }; code: string };
    return { linkId: link.linkId, code };
  }

  async revoke(linkId: string, who = this.coordinator): Promise<void> {
    await this.api.post(who, `/plans/${this.plan.planId}/access-links/${linkId}/revocation`).expect(200);
  }

  /** Sends what is due, as the dispatchers do. */
  async drain(): Promise<void> {
    const transport = new MailTransport({ smtpUrl: this.mailbox.url, requireTls: false, from: MAIL_FROM });
    const note = (fields: object, message: string): void =>
      void this.log.push(JSON.stringify({ ...fields, message }));
    const settings = {
      publicUrl: this.portalUrl,
      mailFrom: MAIL_FROM,
      returnAddresses: null,
      batchSize: 50,
      times: { ...NOTICE_TIMES, lingerSeconds: 0 },
    };
    const { database, clock, record, vault } = this.api;
    const sink = { info: note, warn: note };
    const host = new NoticeActivitiesHost(database, clock, record, transport, settings, sink, vault);
    try {
      for (let shard = 0; shard < NOTICE_SHARDS; shard += 1) {
        this.log.push(JSON.stringify(await host.drainNotices({ shard })));
      }
    } finally {
      await transport.close();
    }
  }

  /** The newest link that was mailed to somebody. */
  mailedLink({ email }: Outsider): string | undefined {
    const mail = this.mailbox.mails.findLast(({ envelope }) => envelope.to.includes(email));
    return /http:\/\/localhost:\d+(\/access-link\/\S+)/.exec(mail?.parsed.text ?? '')?.[1];
  }

  /** Gives somebody a link and has it mailed. */
  async mailed(outsider: Outsider, purpose: LinkPurpose): Promise<Given & { readonly path: string }> {
    const given = await this.give(outsider, purpose);
    await this.drain();
    const path = this.mailedLink(outsider);
    if (path === undefined) throw new Error('No link was mailed.');
    return { ...given, path };
  }

  /** Asks for a page; a redirect is answered as it comes. */
  ask(visitor: Visitor, path: string, options?: RequestInit): Promise<Response> {
    return visitor.ask(`${this.portalUrl}${path}`, options);
  }

  /** Sends a form of a page of ours. */
  send(visitor: Visitor, path: string, form: Readonly<Record<string, string>>): Promise<Response> {
    return visitor.send(`${this.portalUrl}${path}`, form);
  }

  /** Goes by a link and writes a code. */
  async enter(path: string, code: string, visitor = new Visitor()): Promise<Entered> {
    await this.ask(visitor, path);
    return this.write(visitor, code);
  }

  /** Writes a code on the page where a link led to. */
  async write(visitor: Visitor, code: string): Promise<Entered> {
    const response = await this.send(visitor, '/access-link', { code });
    const location = response.headers.get('Location');
    return { visitor, status: response.status, location, html: await response.text() };
  }

  /** The session that a browser has. */
  session(visitor: Visitor): string | undefined {
    return visitor.cookie(HOST, 'kiplan-session');
  }

  /** What of opening links stands in the audit, oldest first. */
  async openings(personId: string | null): Promise<{ allowed: boolean; refusal: string | null }[]> {
    return this.api.database.query(
      `SELECT allowed, entry::jsonb ->> 'refusal' AS refusal FROM audit_entries
       WHERE operation = 'openAccessLink' AND person_id IS NOT DISTINCT FROM $1::uuid ORDER BY chain, place`,
      [personId],
    );
  }

  async stop(): Promise<void> {
    await this.portal?.close();
    await this.mailbox.stop();
    await this.api.stop();
  }
}

/** What came of writing a code. */
export interface Entered {
  readonly visitor: Visitor;
  readonly status: number;
  readonly location: string | null;
  readonly html: string;
}

function lineSink(lines: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
}
