import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditNote, Origin } from '../../../libs/audit/audit-entry.types.js';
import { AuditLog } from '../../../libs/audit/audit-log.js';
import { Clock } from '../../../libs/clock/clock.js';
import type { ProblemCode } from '../../../libs/contracts/problem.js';
import type { GeneralOperation } from '../../../libs/domain/access/operation-rules.js';
import { DomainError } from '../../../libs/domain/plan/errors.js';
import type { Queryable } from '../../../libs/persistence/queryable.js';
import { ApiError } from '../http/api-error.js';
import type { RegisterActor } from './register.rights.js';

/** Who registers, and from where. */
export interface Registrar<A extends RegisterActor = RegisterActor> {
  readonly actor: A;
  readonly origin: Origin;
}

/** What is done in the register; `findCitizen` is a citizen who was to be registered and was known. */
export type RegisterOperation = Extract<
  GeneralOperation,
  | 'registerCitizen'
  | 'registerPerson'
  | 'setSignIn'
  | 'registerOrganisation'
  | 'registerMachineClient'
  | 'endMachineClient'
>;

/** Whom or what it is about. */
export type About = Pick<AuditNote, 'subjectPersonId' | 'subjectOrganisationId' | 'granted' | 'repeated'>;

/** What somebody may not, and what tells that somebody or something is there. */
const REFUSALS: readonly ProblemCode[] = [
  'ACTOR.NOT_PERMITTED',
  'PERSON.NOT_FOUND',
  'PERSON.ALREADY_REGISTERED',
  'SIGN_IN.ALREADY_REGISTERED',
];

/** Puts on the audit what is done in the register, and what is tried in vain. */
@Injectable()
export class RegisterAudit {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Notes what is done, in its own transaction. */
  async done(
    manager: Queryable,
    registrar: Registrar,
    operation: RegisterOperation | 'findCitizen',
    about: About,
  ): Promise<void> {
    await this.note(manager, registrar, operation, { ...about, allowed: true });
  }

  /** Notes that somebody asked again for an answer that they had. */
  repeated(registrar: Registrar, operation: RegisterOperation, about: About): Promise<void> {
    return this.done(this.database, registrar, operation, { ...about, repeated: true });
  }

  /** Does something; a try that is refused is on the audit. */
  async refusals<T>(
    registrar: Registrar,
    operation: RegisterOperation,
    about: About,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof DomainError || error instanceof ApiError ? error.code : null;
      const refusal = REFUSALS.find((one) => one === code);
      if (refusal !== undefined) {
        await this.note(this.database, registrar, operation, { ...about, allowed: false, refusal });
      }
      throw error;
    }
  }

  private async note(
    source: Queryable,
    { actor, origin }: Registrar,
    operation: RegisterOperation | 'findCitizen',
    told: About & Pick<AuditNote, 'allowed' | 'refusal'>,
  ): Promise<void> {
    const roles = actor.kind === 'person' ? actor.organisationRoles : [];
    const at = await this.clock.now();
    await this.audit.add(source, { at, actor, roles, operation, planId: null, origin, ...told });
  }
}
