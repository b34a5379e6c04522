import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog } from '../../libs/audit/audit-log.js';
import { Clock } from '../../libs/clock/clock.js';
import { PersonDirectory } from '../../libs/identity/person-directory.js';
import { SharedSecretVerifier } from '../../libs/identity/shared-secret.verifier.js';
import { TokenVerifier } from '../../libs/identity/token-verifier.js';
import { Vault } from '../../libs/persistence/vault.js';
import { AccessLogReading } from '../../libs/reading/access-log.reading.js';
import { AuditReading } from '../../libs/reading/audit.reading.js';
import { ConsentFormReading } from '../../libs/reading/consent-form.reading.js';
import { LetterReading } from '../../libs/reading/letter.reading.js';
import { ListReader } from '../../libs/reading/list-reader.js';
import { MyWorkReading } from '../../libs/reading/my-work.reading.js';
import { PlanListReading } from '../../libs/reading/plan-list.reading.js';
import { CitizenDataReading } from '../../libs/reading/citizen-data/citizen-data.reading.js';
import { ErasureHoldsReading } from '../../libs/reading/erasure-holds.reading.js';
import { PersonReading } from '../../libs/reading/person.reading.js';
import { PlanReader } from '../../libs/reading/plan-reader.js';
import { PlanReadings } from '../../libs/reading/plan-readings.js';
import { ReadDatabase } from '../../libs/reading/read-database.js';
import { RegisterReading } from '../../libs/reading/register.reading.js';
import { DocumentStore } from '../../libs/record/document-store.js';
import { ErasureHolds } from '../../libs/erasure/erasure-holds.js';
import { OrganisationCorrections } from '../../libs/register/organisation-corrections.js';
import { PersonCorrections } from '../../libs/register/person-corrections.js';
import { PlanRecord } from '../../libs/record/plan-record.js';
import type { ApiParts } from './api-parts.js';
import { ENVIRONMENT } from './environment.token.js';
import { Ending } from './ending.js';
import { IdempotencyStore } from './commands/idempotency.store.js';
import { PlanCommandService } from './commands/plan-command.service.js';
import { READINESS } from './health/health.tokens.js';
import { RouteTable } from './http/route-table.js';
import { RegisterDirectory } from './register/register-directory.js';

const SERVICES = [IdempotencyStore, PlanCommandService, RouteTable];

function valuesOf({ environment, clock, database, record, readiness, end }: ApiParts): Provider[] {
  const token = {
    secret: environment.TOKEN_SECRET,
    issuer: environment.TOKEN_ISSUER,
    audience: environment.TOKEN_AUDIENCE,
  };
  return [
    { provide: ENVIRONMENT, useValue: environment },
    { provide: Clock, useValue: clock },
    { provide: DataSource, useValue: database },
    { provide: PlanRecord, useValue: record },
    { provide: READINESS, useValue: readiness },
    { provide: Ending, useFactory: () => new Ending(end) },
    { provide: TokenVerifier, useValue: new SharedSecretVerifier(token, clock) },
    { provide: PersonDirectory, useClass: RegisterDirectory },
  ];
}

/** Everything that reads for somebody, over one way to read. */
function readingsOf({ environment, clock, database, vault, audit, sightOf }: ApiParts): Provider[] {
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
    { provide: ErasureHolds, useValue: new ErasureHolds({ database, clock, vault, audit }) },
    { provide: ErasureHoldsReading, useValue: new ErasureHoldsReading(lists) },
    { provide: CitizenDataReading, useValue: new CitizenDataReading(parts) },
    { provide: PersonReading, useValue: new PersonReading(parts) },
    { provide: PersonCorrections, useValue: new PersonCorrections({ database, clock, vault, audit }) },
    {
      provide: OrganisationCorrections,
      useValue: new OrganisationCorrections({ database, clock, vault, audit }),
    },
    { provide: DocumentStore, useValue: new DocumentStore({ database, clock, vault, audit }) },
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
