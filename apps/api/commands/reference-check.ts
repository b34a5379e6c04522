import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../libs/clock/clock.js';
import type { ProblemCode } from '../../../libs/contracts/problem.js';
import type { Actor } from '../../../libs/domain/plan/actor.js';
import type { PlanCommand } from '../../../libs/domain/plan/plan.types.js';
import { PlanRecord } from '../../../libs/record/plan-record.js';
import { ApiError } from '../http/api-error.js';
import { knowsOfPlan } from '../../../libs/domain/disclosure/sight.js';

interface Reference {
  readonly fields: readonly string[];
  readonly sql: string;
  readonly code: ProblemCode;
}

/** What commands refer to outside their plan, and where it must exist. */
const REFERENCES: readonly Reference[] = [
  {
    fields: ['citizenPersonId'],
    sql: 'SELECT 1 FROM citizens WHERE person_id = $1',
    code: 'CITIZEN.NOT_FOUND',
  },
  {
    fields: ['personId', 'coordinatorPersonId', 'successorPersonId', 'helperPersonId', 'deputyPersonId'],
    sql: 'SELECT 1 FROM people WHERE id = $1',
    code: 'PERSON.NOT_FOUND',
  },
  {
    fields: ['organisationId'],
    sql: 'SELECT 1 FROM organisations WHERE id = $1',
    code: 'ORGANISATION.NOT_FOUND',
  },
];

/** Looks whether the people, organisations, documents and plans that a command names exist. */
@Injectable()
export class ReferenceCheck {
  constructor(
    private readonly database: DataSource,
    private readonly record: PlanRecord,
    private readonly clock: Clock,
  ) {}

  /** @throws ApiError with the code and the field of the first that does not exist. */
  async check(planId: string, command: PlanCommand, actor: Actor): Promise<void> {
    const fields: Readonly<Record<string, unknown>> = { ...command };
    for (const { fields: names, sql, code } of REFERENCES) {
      for (const name of names) {
        const id = fields[name];
        if (typeof id === 'string') await this.mustExist(sql, [id], code, `/${name}`);
      }
    }
    if (command.type === 'answerGathering' && command.answer.kind === 'plans') {
      await this.checkDocuments(planId, command.answer.documentIds);
    }
    if (command.type === 'endPlan' && command.mergedIntoPlanId !== null) {
      await this.checkPlan(command.mergedIntoPlanId, actor);
    }
  }

  private async checkDocuments(planId: string, documentIds: readonly string[]): Promise<void> {
    for (const [index, id] of documentIds.entries()) {
      await this.mustExist(
        'SELECT 1 FROM documents WHERE id = $1 AND plan_id = $2',
        [id, planId],
        'DOCUMENT.NOT_FOUND',
        `/answer/documentIds/${index}`,
      );
    }
  }

  private async checkPlan(planId: string, actor: Actor): Promise<void> {
    const state = await this.record.load(planId);
    if (state !== null && knowsOfPlan(state, actor, await this.clock.now())) return;
    throw notThere('PLAN.NOT_FOUND', '/mergedIntoPlanId');
  }

  private async mustExist(
    sql: string,
    parameters: readonly string[],
    code: ProblemCode,
    field: string,
  ): Promise<void> {
    const rows = await this.database.query<unknown[]>(sql, [...parameters]);
    if (rows.length === 0) throw notThere(code, field);
  }
}

function notThere(code: ProblemCode, field: string): ApiError {
  return new ApiError(code, { errors: [{ field, expected: 'an id that exists' }] });
}
