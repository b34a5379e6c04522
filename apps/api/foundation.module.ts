import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../libs/clock/clock.js';
import { fieldKeysOf } from '../../libs/config/field-keys.js';
import { PersonDirectory } from '../../libs/identity/person-directory.js';
import { SharedSecretVerifier } from '../../libs/identity/shared-secret.verifier.js';
import { TokenVerifier } from '../../libs/identity/token-verifier.js';
import { FieldCipher } from '../../libs/persistence/field-cipher.js';
import { PlanRecord } from '../../libs/record/plan-record.js';
import type { ApiParts } from './api-parts.js';
import { ENVIRONMENT } from './environment.token.js';
import { Ending } from './ending.js';
import { IdempotencyStore } from './commands/idempotency.store.js';
import { PlanCommandService } from './commands/plan-command.service.js';
import { ReferenceCheck } from './commands/reference-check.js';
import { READINESS } from './health/health.tokens.js';
import { RouteTable } from './http/route-table.js';
import { PlanReader } from './reading/plan-reader.js';
import { RegisterDirectory } from './register/register-directory.js';

const SERVICES = [IdempotencyStore, ReferenceCheck, PlanCommandService, PlanReader, RouteTable];

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
    { provide: FieldCipher, useValue: new FieldCipher(fieldKeysOf(environment)) },
    { provide: TokenVerifier, useValue: new SharedSecretVerifier(token, clock) },
    { provide: PersonDirectory, useClass: RegisterDirectory },
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
