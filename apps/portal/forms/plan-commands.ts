import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ProblemCode } from '../../../libs/contracts/problem.js';
import { isUuid } from '../../../libs/contracts/ids.js';
import type { PlanCommand } from '../../../libs/domain/plan/plan.types.js';
import { derivedId } from '../../../libs/record/derived-id.js';
import { PlanRecord } from '../../../libs/record/plan-record.js';
import { StaleSeqError } from '../../../libs/record/record.errors.js';
import { refusalCode } from '../http/problem-of-error.js';
import { originOf } from '../http/origin.js';
import { SignInsAnew } from '../http/sign-ins-anew.js';
import type { SignedInRequest } from '../http/visit.js';
import { FormValues } from './form-values.js';
import { SENDING_FIELD } from './post-form.js';

/** Refusals that no form can be changed to avoid: they have a page of their own. */
const NOT_FOR_THE_FORM: readonly ProblemCode[] = ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'];

/** The one way from a form to the record. */
@Injectable()
export class PlanCommands {
  constructor(
    private readonly record: PlanRecord,
    private readonly anew: SignInsAnew,
  ) {}

  /**
   * Gives a command to a plan; a form that is sent twice gives it once.
   * @param expectedSeq The plan as it was when somebody looked whether the form still fits; null if that does not matter.
   * @returns The code of what the rules refused, for the form to tell; null if it is on record.
   * @throws DomainError PLAN.NOT_FOUND, ACTOR.NOT_PERMITTED; SeeOther for who has to sign in anew first
   */
  async give(
    request: SignedInRequest,
    planId: string,
    command: PlanCommand,
    expectedSeq: number | null = null,
  ): Promise<ProblemCode | null> {
    const { actor } = request.visit.visitor;
    await this.anew.require(command.type, request);
    try {
      await this.record.execute(planId, command, {
        actor,
        commandId: sendingOf(request),
        expectedSeq,
        origin: originOf(request),
      });
      return null;
    } catch (error) {
      if (error instanceof StaleSeqError) return 'PRECONDITION.FAILED';
      const code = refusalCode(error);
      if (code === null || NOT_FOR_THE_FORM.includes(code)) throw error;
      return code;
    }
  }
}

/**
 * The id of one sending of what somebody filled in, which is the person's own; null for a form without one. The same
 * form with something else in it, as after going back, is another sending.
 */
export function sendingOf(request: SignedInRequest): string | null {
  const sending = FormValues.of(request.body).one(SENDING_FIELD);
  if (!isUuid(sending)) return null;
  const files = Object.entries(request.files ?? {}).map(([field, { name, content }]) => [
    field,
    name,
    createHash('sha256').update(content).digest('base64'),
  ]);
  const filledIn = JSON.stringify([request.path, request.body, files]);
  return derivedId('form', request.visit.visitor.actor.personId, sending, filledIn);
}
