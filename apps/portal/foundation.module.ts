import { fileURLToPath } from 'node:url';
import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AccessLinkDoor } from '../../libs/access-links/access-link-door.js';
import { StandingLinks } from '../../libs/access-links/standing-links.js';
import { AuditLog } from '../../libs/audit/audit-log.js';
import { Clock } from '../../libs/clock/clock.js';
import { identitySettingsOf } from '../../libs/config/identity-settings.js';
import { sessionLimitsOf, signInSettingsOf } from '../../libs/config/sign-in-settings.js';
import { DocumentUploads } from '../../libs/documents/document-uploads.js';
import { Authentication } from '../../libs/identity/authentication.js';
import { openAuthentication } from '../../libs/identity/open-authentication.js';
import { signedTokensOf } from '../../libs/identity/provider/signed-tokens-of.js';
import { AddressedPeople } from '../../libs/identity/register/addressed-people.js';
import { RegisteredPeople } from '../../libs/identity/register/registered-people.js';
import { Seal } from '../../libs/identity/sealing/seal.js';
import { SessionActors } from '../../libs/identity/session/session-actors.js';
import { SessionStore } from '../../libs/identity/session/session-store.js';
import { LogOutNotices } from '../../libs/identity/sign-in/log-out-notices.js';
import { SignInClient } from '../../libs/identity/sign-in/sign-in-client.js';
import { openAssets } from '../../libs/pages/assets.js';
import { Vault } from '../../libs/persistence/vault.js';
import { Draining } from '../../libs/http/draining.js';
import { Ending } from '../../libs/process/ending.js';
import { CitizenDataReading } from '../../libs/reading/citizen-data/citizen-data.reading.js';
import { FormerAccessReading } from '../../libs/reading/former-access.reading.js';
import { ListReader } from '../../libs/reading/list-reader.js';
import { LetterReading } from '../../libs/reading/letter.reading.js';
import { OwnPlansReading } from '../../libs/reading/own-plans.reading.js';
import { PlanPagesReading } from '../../libs/reading/plan-pages.reading.js';
import { PlanReader } from '../../libs/reading/plan-reader.js';
import { PlanReadings } from '../../libs/reading/plan-readings.js';
import { planSightOf } from '../../libs/reading/plan-sight.js';
import { ReadDatabase } from '../../libs/reading/read-database.js';
import { RegisterReading } from '../../libs/reading/register.reading.js';
import { DocumentStore } from '../../libs/record/document-store.js';
import { PlanRecord } from '../../libs/record/plan-record.js';
import { openScanner } from '../../libs/scanning/open-scanner.js';
import { PORTAL_ASSETS } from './assets.token.js';
import { ENVIRONMENT } from './environment.token.js';
import { PlanCommands } from './forms/plan-commands.js';
import { Cookies } from './http/cookies.js';
import { FormTokens } from './http/form-tokens.js';
import { SignInsAnew } from './http/sign-ins-anew.js';
import { Visits } from './http/visits.js';
import { PageFrame } from './layout/page-frame.js';
import type { PortalParts } from './portal-parts.js';
import { SessionCleaning } from './session-cleaning.js';

/** What the portal adds to what pages load. */
const ADDED_ASSETS = fileURLToPath(new URL('assets', import.meta.url));

/** Everything that reads for somebody, over one way to read. */
function readingsOf({ environment, clock, database, vault, audit }: PortalParts): Provider[] {
  const parts = { reads: new ReadDatabase(database), database, audit, clock, vault, sightOf: planSightOf };
  const plans = new PlanReader(parts);
  const lists = new ListReader(parts);
  return [
    { provide: PlanPagesReading, useValue: new PlanPagesReading(plans) },
    { provide: PlanReadings, useValue: new PlanReadings(plans) },
    { provide: LetterReading, useValue: new LetterReading(plans, environment.PUBLIC_URL) },
    { provide: OwnPlansReading, useValue: new OwnPlansReading(lists) },
    { provide: RegisterReading, useValue: new RegisterReading(lists) },
    { provide: CitizenDataReading, useValue: new CitizenDataReading(parts) },
    { provide: FormerAccessReading, useValue: new FormerAccessReading(database, clock) },
  ];
}

function valuesOf(parts: PortalParts): Provider[] {
  const { environment, logger, clock, database, record, vault, audit, end } = parts;
  const { cipher } = vault;
  const settings = identitySettingsOf(environment);
  const sessions = new SessionStore(database, clock, sessionLimitsOf(environment), cipher.secrets);
  const cookies = new Cookies(environment.LOCAL_SETUP);
  const formTokens = new FormTokens(environment.SESSION_KEYS);
  const visits = new Visits({
    clock,
    cookies,
    sessions: new SessionActors(
      sessions,
      new RegisteredPeople(database, cipher),
      new StandingLinks(database, clock),
    ),
    people: new AddressedPeople(database),
    formTokens,
  });
  const tokens = signedTokensOf(settings.issuer, clock);
  const logOuts = new LogOutNotices(settings.issuer, environment.OIDC_CLIENT_ID, tokens, sessions, cipher);
  return [
    { provide: ENVIRONMENT, useValue: environment },
    { provide: Clock, useValue: clock },
    { provide: DataSource, useValue: database },
    { provide: PlanRecord, useValue: record },
    { provide: Vault, useValue: vault },
    { provide: AuditLog, useValue: audit },
    { provide: Authentication, useValue: openAuthentication({ settings, clock, database, keyed: cipher }) },
    { provide: SessionStore, useValue: sessions },
    {
      provide: AccessLinkDoor,
      useValue: new AccessLinkDoor({ database, clock, audit, cipher, sessions }),
    },
    { provide: Seal, useValue: new Seal(environment.SESSION_KEYS, clock) },
    { provide: SignInClient, useValue: new SignInClient(signInSettingsOf(environment)) },
    { provide: LogOutNotices, useValue: logOuts },
    { provide: Cookies, useValue: cookies },
    { provide: FormTokens, useValue: formTokens },
    { provide: Visits, useValue: visits },
    {
      provide: DocumentUploads,
      useValue: new DocumentUploads(
        new DocumentStore({ database, clock, vault, audit }),
        openScanner(environment),
        logger,
      ),
    },
    { provide: PORTAL_ASSETS, useValue: openAssets(ADDED_ASSETS) },
    { provide: SessionCleaning, useFactory: () => new SessionCleaning(sessions, logger) },
    { provide: Ending, useFactory: () => new Ending(end) },
    {
      provide: Draining,
      inject: [HttpAdapterHost],
      useFactory: (adapters: HttpAdapterHost) => new Draining(adapters),
    },
  ];
}

/** What every page needs: who asks, the frame, the record. */
@Global()
@Module({})
export class FoundationModule {
  static on(parts: PortalParts): DynamicModule {
    const values = [...valuesOf(parts), ...readingsOf(parts)];
    const tokens = values.map((value) => (value as { provide: symbol }).provide);
    return {
      module: FoundationModule,
      providers: [...values, PageFrame, PlanCommands, SignInsAnew],
      exports: [...tokens, PageFrame, PlanCommands, SignInsAnew],
    };
  }
}
