import { randomUUID } from 'node:crypto';
import '@nestjs/common';
import '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import request, { type Test } from 'supertest';
import type { DataSource } from 'typeorm';
import { Clock } from '../../libs/clock/clock.js';
import type { OrganisationRole } from '../../libs/domain/plan/actor.js';
import { ClockedIssuer } from '../../apps/local/sign-in/clocked-issuer.js';
import { CLAIM, LEVEL, LOCAL_AUDIENCE, LOCAL_CLAIM_MAPPING } from '../../apps/local/sign-in/local-claims.js';
import { subjectKey } from '../../libs/identity/sign-in-key.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { OrganisationEntity, PersonEntity } from '../../libs/persistence/entities/index.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { startPostgres, type TestPostgres } from '../support/servers.js';
import { AuditKeys } from '../../libs/audit/audit-keys.js';
import { AuditLog } from '../../libs/audit/audit-log.js';
import type { Environment } from '../../libs/config/environment.js';
import { fieldKeysOf } from '../../libs/config/field-keys.js';
import { Vault } from '../../libs/persistence/vault.js';
import { type PlanSightOf, planSightOf } from '../../libs/reading/plan-sight.js';
import { recordOn } from '../support/test-vault.js';
import {
  type ContactDetails,
  NO_CONTACT_DETAILS,
} from '../../libs/persistence/contact-details/contact-details.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import { processOrigin } from '../../libs/audit/audit-entry.types.js';
import type { PlanRecord } from '../../libs/record/plan-record.js';

/** A clock that a test moves. */
export class TestClock extends Clock {
  constructor(public at: string) {
    super();
  }

  now(): Promise<string> {
    return Promise.resolve(this.at);
  }
}

/** Of a series that nobody has. */
const CVR = '99000015';
/** In seconds; longer than any test moves its clock. */
const LIFETIME = 3 * 365 * 86_400;

/** Somebody who is signed in. */
export interface SignedIn {
  readonly personId: string;
  readonly organisationId: string | null;
  readonly token: string;
}

/** The API over a PostgreSQL of its own. */
export class ApiServer {
  private constructor(
    readonly app: NestExpressApplication,
    readonly database: DataSource,
    readonly postgres: TestPostgres,
    readonly clock: TestClock,
    readonly issuer: ClockedIssuer,
    readonly vault: Vault,
    readonly record: PlanRecord,
    readonly document: OpenAPIObject,
    readonly environment: Environment,
  ) {}

  /**
   * @param over What the API gets in place of the database.
   * @param more Variables of its environment besides the usual ones, and where it logs to.
   */
  static async start(
    at: string,
    sightOf: PlanSightOf = planSightOf,
    over: (database: DataSource) => DataSource = (database) => database,
    more: { readonly settings?: Readonly<Record<string, string>>; readonly logger?: Logger } = {},
  ): Promise<ApiServer> {
    const postgres = await startPostgres();
    const role = new URL(postgres.applicationUrl);
    const { testEnvironment } = await import('../../apps/api/testing/test-environment.js');
    const clock = new TestClock(at);
    const issuer = await ClockedIssuer.start(clock);
    const read = testEnvironment({
      DATABASE_URL: postgres.applicationUrl,
      OIDC_ISSUER: issuer.issuer,
      OIDC_AUDIENCE: LOCAL_AUDIENCE,
      OIDC_CLAIMS: LOCAL_CLAIM_MAPPING,
      PUBLIC_URL: 'https://plan.localhost',
      LOCAL_SETUP: 'true',
      ...more.settings,
    });
    // As long as its tokens: a test moves its clock by years without having everybody sign in again.
    const environment = { ...read, SIGN_IN_ANEW_MINUTES: LIFETIME / 60 };
    const vault = new Vault(fieldKeysOf(environment));
    const audit = new AuditLog(vault.keys, new AuditKeys(environment.AUDIT_KEYS));
    await migrate(postgres.url, { name: role.username, password: role.password }, vault.cipher);
    const database = createDataSource({ url: postgres.applicationUrl, poolSize: 5, keys: vault.keys });
    await database.initialize();
    const { createApplication } = await import('../../apps/api/create-application.js');
    const { processLog } = await import('../../libs/process/process-log.js');
    const used = over(database);
    const record = recordOn(used, clock, { vault, audit });
    const logger = more.logger ?? processLog('api', 'silent');
    const { app, document } = await createApplication({
      environment,
      logger,
      clock,
      database: used,
      record,
      vault,
      audit,
      sightOf,
      health: [],
      end: () => database.destroy(),
    });
    await app.init();
    return new ApiServer(app, database, postgres, clock, issuer, vault, record, document, environment);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.issuer.stop();
    await this.postgres.stop();
  }

  async organisation(name: string): Promise<string> {
    const id = randomUUID();
    await this.database.manager.insert(OrganisationEntity, {
      id,
      kind: 'department',
      name,
      cvr: CVR,
      municipalityCode: '0219',
    });
    return id;
  }

  /** Somebody in the register, signed in. */
  async person(
    organisationId: string | null,
    roles: OrganisationRole[],
    contact: Partial<ContactDetails> = {},
  ): Promise<SignedIn> {
    const id = randomUUID();
    await this.database.manager.insert(PersonEntity, {
      id,
      givenName: 'Ellen Louise Test',
      familyName: 'Lauridsen',
      language: 'da',
      channel: 'mail',
      organisationId,
      organisationRoles: roles,
      protectedIdentity: false,
      subject: null,
      createdAt: this.clock.at,
    });
    const details = { ...NO_CONTACT_DETAILS, ...contact };
    await this.vault.contacts.write(this.database.manager, id, details, this.clock.at);
    return this.signIn(id, organisationId, roles);
  }

  /** Registers how somebody signs in, and signs them in. */
  async signIn(
    personId: string,
    organisationId: string | null,
    roles: OrganisationRole[],
  ): Promise<SignedIn> {
    const subject = subjectKey(this.vault.cipher, this.issuer.issuer, personId);
    await this.database.manager.update(PersonEntity, { id: personId }, { subject });
    const token = await this.issuer.token({
      sub: personId,
      exp: Date.parse(this.clock.at) / 1000 + LIFETIME,
      [CLAIM.assurance]: LEVEL.substantial,
      ...(organisationId === null ? {} : { [CLAIM.cvr]: CVR, kiplan: { roles } }),
    });
    return { personId, organisationId, token };
  }

  /** Performs every step of a plan that is due, as its process would. */
  async performDue(planId: string): Promise<void> {
    for (;;) {
      const next = (await this.record.waitStateOf(planId))?.next ?? null;
      if (next === null || next.at > this.clock.at) return;
      const command = { type: 'performStep', step: next.step, key: next.key, tryNow: false } as const;
      const origin = processOrigin(`step:${next.key}`);
      const context = { actor: { kind: 'process' }, commandId: null, expectedSeq: null, origin } as const;
      await this.record.execute(planId, command, context);
    }
  }

  ask(who: SignedIn, method: 'get' | 'post' | 'put' | 'delete', path: string): Test {
    return this.as(who, request(this.app.getHttpServer())[method](`/api/v1${path}`));
  }

  get(who: SignedIn, path: string): Test {
    return this.as(who, request(this.app.getHttpServer()).get(`/api/v1${path}`));
  }

  post(who: SignedIn, path: string, body?: object): Test {
    return this.as(who, request(this.app.getHttpServer()).post(`/api/v1${path}`)).send(body);
  }

  put(who: SignedIn, path: string, body?: object): Test {
    return this.as(who, request(this.app.getHttpServer()).put(`/api/v1${path}`)).send(body);
  }

  private as(who: SignedIn, test: Test): Test {
    return test.set('Authorization', `Bearer ${who.token}`).set('Accept-Language', 'en');
  }
}
