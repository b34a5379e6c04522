import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AuditLog } from '../../libs/audit/audit-log.js';
import { Clock } from '../../libs/clock/clock.js';
import { identitySettingsOf } from '../../libs/config/identity-settings.js';
import { sessionLimitsOf } from '../../libs/config/sign-in-settings.js';
import { Authentication } from '../../libs/identity/authentication.js';
import { openAuthentication } from '../../libs/identity/open-authentication.js';
import { RegisteredPeople } from '../../libs/identity/register/registered-people.js';
import { SessionActors } from '../../libs/identity/session/session-actors.js';
import { SessionStore } from '../../libs/identity/session/session-store.js';
import { Vault } from '../../libs/persistence/vault.js';
import { AccessLogReading } from '../../libs/reading/access-log.reading.js';
import { AuditReading } from '../../libs/reading/audit.reading.js';
import { ConsentFormReading } from '../../libs/reading/consent-form.reading.js';
import { FiguresReading } from '../../libs/evaluation/figures.reading.js';
import { LetterReading } from '../../libs/reading/letter.reading.js';
import { ListReader } from '../../libs/reading/list-reader.js';
import { MyWorkReading } from '../../libs/reading/my-work.reading.js';
import { PlanListReading } from '../../libs/reading/plan-list.reading.js';
import { CitizenDataReading } from '../../libs/reading/citizen-data/citizen-data.reading.js';
import { ErasureHoldsReading } from '../../libs/reading/erasure-holds.reading.js';
import { PersonReading } from '../../libs/reading/person.reading.js';
import { PlanReader } from '../../libs/reading/plan-reader.js';
import { AccessLinks } from '../../libs/access-links/access-links.js';
import { StandingLinks } from '../../libs/access-links/standing-links.js';
import { PlanReadings } from '../../libs/reading/plan-readings.js';
import { ReadDatabase } from '../../libs/reading/read-database.js';
import { RegisterReading } from '../../libs/reading/register.reading.js';
import { DocumentUploads } from '../../libs/documents/document-uploads.js';
import { DocumentStore } from '../../libs/record/document-store.js';
import { ErasureHolds } from '../../libs/erasure/erasure-holds.js';
import { OrganisationCorrections } from '../../libs/register/organisation-corrections.js';
import { PersonCorrections } from '../../libs/register/person-corrections.js';
import { PlanRecord } from '../../libs/record/plan-record.js';
import { openScanner } from '../../libs/scanning/open-scanner.js';
import type { ApiParts } from './api-parts.js';
import { ENVIRONMENT } from './environment.token.js';
import { Draining } from '../../libs/http/draining.js';
import { Ending } from '../../libs/process/ending.js';
import { IdempotencyStore } from './commands/idempotency.store.js';
import { PlanCommandService } from './commands/plan-command.service.js';
import { RefusedOperations } from './http/refused-operations.service.js';
import { RouteTable } from './http/route-table.js';

const SERVICES = [IdempotencyStore, PlanCommandService, RefusedOperations, RouteTable];

function valuesOf({ environment, clock, database, record, vault, end }: ApiParts): Provider[] {
  const settings = identitySettingsOf(environment);
  const sessions = new SessionStore(database, clock, sessionLimitsOf(environment), vault.cipher.secrets);
  return [
    { provide: ENVIRONMENT, useValue: environment },
    { provide: Clock, useValue: clock },
    { provide: DataSource, useValue: database },
    { provide: PlanRecord, useValue: record },
    { provide: Ending, useFactory: () => new Ending(end) },
    {
      provide: Draining,
      inject: [HttpAdapterHost],
      useFactory: (adapters: HttpAdapterHost) => new Draining(adapters),
    },
    {
      provide: Authentication,
      useValue: openAuthentication({ settings, clock, database, keyed: vault.cipher }),
    },
    { provide: SessionStore, useValue: sessions },
    {
      provide: SessionActors,
      useValue: new SessionActors(
        sessions,
        new RegisteredPeople(database, vault.cipher),
        new StandingLinks(database, clock),
      ),
    },
  ];
}

/** Everything that reads for somebody, over one way to read. */
function readingsOf({
  environment,
  logger,
  clock,
  database,
  record,
  vault,
  audit,
  sightOf,
}: ApiParts): Provider[] {
  const parts = { reads: new ReadDatabase(database), database, audit, clock, vault, sightOf };
  const plans = new PlanReader(parts);
  const lists = new ListReader(parts);
  return [
    { provide: Vault, useValue: vault },
    { provide: AuditLog, useValue: audit },
    { provide: PlanReadings, useValue: new PlanReadings(plans) },
    { provide: LetterReading, useValue: new LetterReading(plans, environment.PUBLIC_URL) },
    { provide: PlanListReading, useValue: new PlanListReading(lists) },
    { provide: MyWorkReading, useValue: new MyWorkReading(lists) },
    { provide: AccessLogReading, useValue: new AccessLogReading(plans) },
    { provide: ConsentFormReading, useValue: new ConsentFormReading(plans) },
    { provide: AuditReading, useValue: new AuditReading(lists, vault.keys) },
    { provide: RegisterReading, useValue: new RegisterReading(lists) },
    {
      provide: FiguresReading,
      useValue: new FiguresReading({ database, events: vault.events, audit, clock }),
    },
    { provide: ErasureHolds, useValue: new ErasureHolds({ database, clock, vault, audit }) },
    { provide: ErasureHoldsReading, useValue: new ErasureHoldsReading(lists) },
    { provide: CitizenDataReading, useValue: new CitizenDataReading(parts) },
    { provide: PersonReading, useValue: new PersonReading(parts) },
    {
      provide: PersonCorrections,
      useValue: new PersonCorrections({ database, clock, vault, audit, record }),
    },
    {
      provide: OrganisationCorrections,
      useValue: new OrganisationCorrections({ database, clock, vault, audit }),
    },
    {
      provide: AccessLinks,
      useValue: new AccessLinks({
        database,
        clock,
        vault,
        audit,
        record,
        hours: environment.ACCESS_LINK_HOURS,
      }),
    },
    {
      provide: DocumentUploads,
      useValue: new DocumentUploads(
        new DocumentStore({ database, clock, vault, audit }),
        openScanner(environment),
        logger,
      ),
    },
  ];
}

/** What every resource needs: the record, reads, commands, clock, identity. */
@Global()
@Module({})
export class FoundationModule {
  static on(parts: ApiParts): DynamicModule {
    const values = [...valuesOf(parts), ...readingsOf(parts)];
    const tokens = values.map((value) => (value as { provide: symbol }).provide);
    return {
      module: FoundationModule,
      providers: [...values, ...SERVICES],
      exports: [...tokens, ...SERVICES],
    };
  }
}
