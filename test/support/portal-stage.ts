import '@nestjs/common';
import '@nestjs/core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import { testEnvironment } from '../../apps/api/testing/test-environment.js';
import { registerCast } from '../../apps/local/demonstration/register-cast.js';
import { freePort, LOOPBACK } from '../../apps/local/engines/ports.js';
import { LOCAL_AUDIENCE, LOCAL_CLAIM_MAPPING } from '../../apps/local/sign-in/local-claims.js';
import { choosePersona } from '../../apps/local/sign-in/persona-sign-in.js';
import type { Persona } from '../../apps/local/sign-in/persona.types.js';
import { registerSignIns } from '../../apps/local/sign-in/register-sign-ins.js';
import { CLIENT_SECRETS, PORTAL_CLIENT } from '../../apps/local/sign-in/sign-in-settings.js';
import { type SignInServer, startSignIn } from '../../apps/local/sign-in/sign-in-server.js';
import { Visitor } from '../../apps/local/sign-in/visitor.js';
import { AuditKeys } from '../../libs/audit/audit-keys.js';
import { AuditLog } from '../../libs/audit/audit-log.js';
import { Clock, WallClock } from '../../libs/clock/clock.js';
import type { Environment } from '../../libs/config/environment.js';
import { fieldKeysOf } from '../../libs/config/field-keys.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { Vault } from '../../libs/persistence/vault.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { processLog } from '../../libs/process/process-log.js';
import type { PlanRecord } from '../../libs/record/plan-record.js';
import { planSightOf } from '../../libs/reading/plan-sight.js';
import { recordOn } from './test-vault.js';
import { startPostgres, type TestPostgres } from './servers.js';

/** The machine's time, and as much later as a test wants it to be. */
export class LaterClock extends Clock {
  #later = 0;
  readonly #wall = new WallClock();

  async now(): Promise<string> {
    return new Date(Date.parse(await this.#wall.now()) + this.#later).toISOString();
  }

  /** Lets seconds pass. */
  pass(seconds: number): void {
    this.#later += seconds * 1000;
  }
}

/** The portal and the API over a PostgreSQL of their own, with the local provider, as they run on one machine. */
export class PortalStage {
  private constructor(
    readonly environment: Environment,
    readonly clock: LaterClock,
    readonly database: DataSource,
    readonly vault: Vault,
    readonly record: PlanRecord,
    readonly portal: NestExpressApplication,
    readonly api: NestExpressApplication,
    readonly postgres: TestPostgres,
    private readonly folder: string,
    private provider: SignInServer,
  ) {}

  static async start(over: Readonly<Record<string, string>> = {}): Promise<PortalStage> {
    const postgres = await startPostgres();
    const role = new URL(postgres.applicationUrl);
    const environment = await environmentOf(postgres, over);
    const vault = new Vault(fieldKeysOf(environment));
    await migrate(postgres.url, { name: role.username, password: role.password }, vault.cipher);
    const database = await createDataSource({
      url: postgres.applicationUrl,
      poolSize: 5,
      keys: vault.keys,
    }).initialize();
    const folder = await mkdtemp(join(tmpdir(), 'kiplan-portal-stage-'));
    const provider = await startProvider(environment, folder);
    const clock = new LaterClock();
    await registerCast(database, vault, await clock.now());
    await registerSignIns(database, vault.cipher, environment.OIDC_ISSUER);
    const audit = new AuditLog(vault.keys, new AuditKeys(environment.AUDIT_KEYS));
    const record = recordOn(database, clock, { vault, audit });
    const logger = processLog('stage', environment.LOG_LEVEL);
    const parts = {
      environment,
      logger,
      clock,
      database,
      record,
      vault,
      audit,
      end: () => Promise.resolve(),
    };
    // Loaded late: jest refuses CommonJS packages that require NestJS while it is itself still being loaded.
    const { createPortal } = await import('../../apps/portal/create-portal.js');
    const { createApplication } = await import('../../apps/api/create-application.js');
    const portal = await createPortal(parts);
    const { app: api } = await createApplication({ ...parts, sightOf: planSightOf, health: [] });
    await portal.listen(environment.PORTAL_PORT, LOOPBACK);
    await api.listen(environment.API_PORT, LOOPBACK);
    return new PortalStage(
      environment,
      clock,
      database,
      vault,
      record,
      portal,
      api,
      postgres,
      folder,
      provider,
    );
  }

  /** The address of a page. */
  page(path = '/'): string {
    return `${this.environment.PUBLIC_URL}${path}`;
  }

  /** Asks for a page; a redirect is answered as it comes. */
  ask(visitor: Visitor, path: string, options?: RequestInit): Promise<Response> {
    return visitor.ask(this.page(path), options);
  }

  /**
   * Goes to the provider and as far as the address that it leads back to, without going there.
   * @param returnTo The page that is wanted.
   */
  async comeBack(visitor: Visitor, persona: Persona, returnTo = '/'): Promise<string> {
    const begun = await this.ask(visitor, `/sign-in?return=${encodeURIComponent(returnTo)}`);
    const address = begun.headers.get('Location') ?? '';
    return choosePersona(visitor, address, persona, this.page('/sign-in/return'));
  }

  /** Signs in, and returns where it led to. */
  async signIn(persona: Persona, visitor = new Visitor(), returnTo = '/'): Promise<SignedInVisitor> {
    const { address, response } = await visitor.follow(await this.comeBack(visitor, persona, returnTo));
    return { visitor, address, response };
  }

  /** The token that stands in the forms of a page. */
  async formToken(visitor: Visitor, path = '/'): Promise<string> {
    const html = await (await this.ask(visitor, path)).text();
    const token = /name="formToken" value="([^"]+)"/.exec(html)?.[1];
    if (token === undefined) throw new Error(`There is no form on ${path}.`);
    return token;
  }

  /** Sends a form of a page of ours. */
  async send(
    visitor: Visitor,
    path: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return visitor.send(this.page(path), { formToken: await this.formToken(visitor), ...fields });
  }

  /** The name of the session cookie, and its value in a browser. */
  session(visitor: Visitor): string | undefined {
    return visitor.cookie('localhost', 'kiplan-session');
  }

  async stopProvider(): Promise<void> {
    await this.provider.stop();
  }

  async startProvider(): Promise<void> {
    this.provider = await startProvider(this.environment, this.folder);
  }

  async stop(): Promise<void> {
    await this.portal.close();
    await this.api.close();
    await this.provider.stop();
    await this.database.destroy();
    await this.postgres.stop();
    await rm(this.folder, { recursive: true });
  }
}

/** Somebody who signed in, and where that led to. */
export interface SignedInVisitor {
  readonly visitor: Visitor;
  readonly address: string;
  readonly response: Response | null;
}

async function environmentOf(
  postgres: TestPostgres,
  over: Readonly<Record<string, string>>,
): Promise<Environment> {
  const [portal, signIn, api] = [await freePort(), await freePort(), await freePort()];
  return testEnvironment({
    DATABASE_URL: postgres.applicationUrl,
    OIDC_ISSUER: `http://localhost:${signIn}`,
    OIDC_AUDIENCE: LOCAL_AUDIENCE,
    OIDC_CLAIMS: LOCAL_CLAIM_MAPPING,
    OIDC_CLIENT_ID: PORTAL_CLIENT,
    OIDC_CLIENT_SECRET: CLIENT_SECRETS[PORTAL_CLIENT],
    OIDC_USER_INFO: 'true',
    PORTAL_PORT: String(portal),
    API_PORT: String(api),
    PUBLIC_URL: `http://localhost:${portal}`,
    LOCAL_SETUP: 'true',
    ...over,
  });
}

function startProvider(environment: Environment, folder: string): Promise<SignInServer> {
  const { OIDC_ISSUER: issuer, PUBLIC_URL: portalUrl } = environment;
  return startSignIn({ issuer, folder, portalUrl, host: LOOPBACK, port: Number(new URL(issuer).port) });
}
