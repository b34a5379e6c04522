import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../libs/clock/clock.js';
import { fieldKeysOf } from '../../libs/config/field-keys.js';
import { identitySettingsOf } from '../../libs/config/identity-settings.js';
import { sessionLimitsOf } from '../../libs/config/sign-in-settings.js';
import { Authentication } from '../../libs/identity/authentication.js';
import { openAuthentication } from '../../libs/identity/open-authentication.js';
import { RegisteredPeople } from '../../libs/identity/register/registered-people.js';
import { SessionActors } from '../../libs/identity/session/session-actors.js';
import { SessionStore } from '../../libs/identity/session/session-store.js';
import { FieldCipher } from '../../libs/persistence/field-cipher.js';
import { PlanRecord } from '../../libs/record/plan-record.js';
import type { ApiParts } from './api-parts.js';
import { ENVIRONMENT } from './environment.token.js';
import { Ending } from '../../libs/process/ending.js';
import { IdempotencyStore } from './commands/idempotency.store.js';
import { PlanCommandService } from './commands/plan-command.service.js';
import { ReferenceCheck } from './commands/reference-check.js';
import { READINESS } from './health/health.tokens.js';
import { RouteTable } from './http/route-table.js';
import { PlanReader } from './reading/plan-reader.js';

const SERVICES = [IdempotencyStore, ReferenceCheck, PlanCommandService, PlanReader, RouteTable];

function valuesOf({ environment, clock, database, record, readiness, end }: ApiParts): Provider[] {
  const cipher = new FieldCipher(fieldKeysOf(environment));
  const settings = identitySettingsOf(environment);
  const sessions = new SessionStore(database, clock, sessionLimitsOf(environment));
  return [
    { provide: ENVIRONMENT, useValue: environment },
    { provide: Clock, useValue: clock },
    { provide: DataSource, useValue: database },
    { provide: PlanRecord, useValue: record },
    { provide: READINESS, useValue: readiness },
    { provide: Ending, useFactory: () => new Ending(end) },
    { provide: FieldCipher, useValue: cipher },
    {
      provide: Authentication,
      useValue: openAuthentication({ settings, clock, database, keyed: cipher }),
    },
    { provide: SessionStore, useValue: sessions },
    { provide: SessionActors, useValue: new SessionActors(sessions, new RegisteredPeople(database, cipher)) },
  ];
}

/** What every resource needs: the record, reads, commands, clock, identity. */
@Global()
@Module({})
export class FoundationModule {
  static on(parts: ApiParts): DynamicModule {
    const values = valuesOf(parts);
    const tokens = values.map((value) => (value as { provide: symbol }).provide);
    return {
      module: FoundationModule,
      providers: [...values, ...SERVICES],
      exports: [...tokens, ...SERVICES],
    };
  }
}
