import { randomUUID } from 'node:crypto';
import '@nestjs/common';
import '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request, { type Test } from 'supertest';
import type { DataSource } from 'typeorm';
import { Clock } from '../../libs/clock/clock.js';
import type { OrganisationRole } from '../../libs/domain/plan/actor.js';
import { ClockedIssuer } from '../../apps/local/sign-in/clocked-issuer.js';
import { CLAIM, LEVEL, LOCAL_AUDIENCE, LOCAL_CLAIM_MAPPING } from '../../apps/local/sign-in/local-claims.js';
import type { Environment } from '../../libs/config/environment.js';
import { fieldKeysOf } from '../../libs/config/field-keys.js';
import { subjectKey } from '../../libs/identity/sign-in-key.js';
import { FieldCipher } from '../../libs/persistence/field-cipher.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { OrganisationEntity, PersonEntity } from '../../libs/persistence/entities/index.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { NothingAfterCommit } from '../../libs/record/after-commit.js';
import { PlanRecord } from '../../libs/record/plan-record.js';
import { startPostgres, type TestPostgres } from '../support/servers.js';

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
/** A working day, in seconds. */
const SIGNED_IN = 8 * 3600;

/** Somebody who is signed in. */
export interface SignedIn {
  readonly personId: string;
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
    readonly cipher: FieldCipher,
    readonly environment: Environment,
  ) {}

  static async start(at: string): Promise<ApiServer> {
    const postgres = await startPostgres();
    const role = new URL(postgres.applicationUrl);
    await migrate(postgres.url, { name: role.username, password: role.password });
    const database = createDataSource({ url: postgres.applicationUrl, poolSize: 5 });
    await database.initialize();
    const { createApplication } = await import('../../apps/api/create-application.js');
    const { processLog } = await import('../../libs/process/process-log.js');
    const { testEnvironment } = await import('../../apps/api/testing/test-environment.js');
    const clock = new TestClock(at);
    const issuer = await ClockedIssuer.start(clock);
    const environment = testEnvironment({
      DATABASE_URL: postgres.applicationUrl,
      OIDC_ISSUER: issuer.issuer,
      OIDC_AUDIENCE: LOCAL_AUDIENCE,
      OIDC_CLAIMS: LOCAL_CLAIM_MAPPING,
      LOCAL_SETUP: 'true',
    });
    const record = new PlanRecord(database, clock, new NothingAfterCommit());
    const logger = processLog('api', 'silent');
    const { app } = await createApplication({
      environment,
      logger,
      clock,
      database,
      record,
      readiness: [],
      end: () => database.destroy(),
    });
    await app.init();
    const cipher = new FieldCipher(fieldKeysOf(environment));
    return new ApiServer(app, database, postgres, clock, issuer, cipher, environment);
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
  async person(organisationId: string | null, roles: OrganisationRole[]): Promise<SignedIn> {
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
      subject: subjectKey(this.cipher, this.issuer.issuer, id),
      createdAt: this.clock.at,
    });
    return this.signIn(id, organisationId, roles);
  }

  async signIn(
    personId: string,
    organisationId: string | null,
    roles: OrganisationRole[],
  ): Promise<SignedIn> {
    const token = await this.issuer.token({
      sub: personId,
      exp: Date.parse(this.clock.at) / 1000 + SIGNED_IN,
      [CLAIM.assurance]: LEVEL.substantial,
      ...(organisationId === null ? {} : { [CLAIM.cvr]: CVR, kiplan: { roles } }),
    });
    return { personId, token };
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
