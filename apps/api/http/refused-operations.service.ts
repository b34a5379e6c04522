import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog } from '../../../libs/audit/audit-log.js';
import { Clock } from '../../../libs/clock/clock.js';
import { isUuid } from '../../../libs/contracts/ids.js';
import type { Operation } from '../../../libs/domain/access/operation-rules.js';
import type { AuthenticatedRequest } from './api-request.js';
import { originOf } from './origin.js';

/** Puts on the audit who tried an operation beside the plans that is not theirs. */
@Injectable()
export class RefusedOperations {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** @param refusal Its code. */
  async note(request: AuthenticatedRequest, operation: Operation, refusal: string): Promise<void> {
    const { actor, params } = request;
    const subjectPersonId = params['personId'];
    await this.audit.add(this.database, {
      at: await this.clock.now(),
      actor,
      roles: actor.kind === 'person' ? actor.organisationRoles : [],
      operation,
      planId: null,
      ...(typeof subjectPersonId === 'string' && isUuid(subjectPersonId) ? { subjectPersonId } : {}),
      allowed: false,
      refusal,
      origin: originOf(request),
    });
  }
}
