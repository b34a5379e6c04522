import { ApplicationFailure } from '@temporalio/common';
import type { StepName, StepRequest, WaitState } from '../../libs/contracts/index.js';
import { DomainError } from '../../libs/domain/plan/errors.js';
import type { CommandContext } from '../../libs/record/plan-record.types.js';
import type { PlanRecord } from '../../libs/record/plan-record.js';
import { processOrigin } from '../../libs/audit/audit-entry.types.js';

/** Gives steps to the record as commands of the plan's own process. */
export class StepPerformer {
  constructor(private readonly record: PlanRecord) {}

  /** Performs a step if it is still due, and answers with the plan's newest wait state either way. */
  async perform(step: StepName, { planId, key, tryNow }: StepRequest): Promise<WaitState> {
    return this.give(() =>
      this.record.execute(planId, { type: 'performStep', step, key, tryNow }, byProcess(key)),
    );
  }

  /** Shows a step that could not be performed as a problem of the plan. */
  async reportProblem(planId: string, step: StepName, key: string, code: string): Promise<WaitState> {
    return this.give(() =>
      this.record.execute(planId, { type: 'reportStepProblem', step, key, code }, byProcess(key)),
    );
  }

  async read(planId: string): Promise<WaitState> {
    const waitState = await this.record.waitStateOf(planId);
    if (waitState === null) throw refused('PLAN.NOT_FOUND');
    return waitState;
  }

  private async give(execute: () => Promise<{ waitState: WaitState }>): Promise<WaitState> {
    try {
      return (await execute()).waitState;
    } catch (error) {
      if (error instanceof DomainError) throw refused(error.code);
      throw error;
    }
  }
}

/** What the rules refuse is refused for good: trying again would not help. */
function refused(code: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(code, code);
}

function byProcess(key: string): CommandContext {
  return {
    actor: { kind: 'process' },
    commandId: null,
    expectedSeq: null,
    origin: processOrigin(`step:${key}`),
  };
}
