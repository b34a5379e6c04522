/**
 * The process of one plan, from its start to its end, for years.
 *
 * It holds no rule. The record tells it, by a signal after each command that matters, what the plan waits for and which
 * step is due when; it sleeps until then, has the step performed by the activity of its name, gets the newer wait state
 * back, and shows on whom the plan waits. The rules can change every day without touching a plan that has been open for
 * years, and a lost process is made anew from the record.
 *
 * Timers: one, armed for the next due step and replaced when that changes.
 */
import {
  ActivityFailure,
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  isCancellation,
  log,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  type DueStep,
  lookAgainNowSignal,
  performNextStepNowSignal,
  type PlanActivities,
  type PlanProcessInput,
  type WaitState,
  waitStateChangedSignal,
  waitStateQuery,
} from '../../libs/contracts/index.js';
import { Alarm } from './alarm.js';
import { STEPS } from './duties/index.js';
import { RECORD_CALL } from './duties/step-options.js';
import { show } from './show.js';
import { Told } from './told.js';

const { readWaitState, reportStepProblem } = proxyActivities<PlanActivities>(RECORD_CALL);

/** Longest pause before a step that the record did not yet find due is tried again. */
const LONGEST_PAUSE_SECONDS = 300;

export async function plan({ planId, waitState }: PlanProcessInput): Promise<void> {
  const told = new Told(waitState ?? null);
  let fruitless = 0;
  const alarm = new Alarm();

  setHandler(waitStateChangedSignal, (newer) => {
    told.accept(newer);
  });
  setHandler(lookAgainNowSignal, () => {
    told.lookAgain = true;
  });
  setHandler(performNextStepNowSignal, () => {
    told.tryNow = true;
  });
  setHandler(waitStateQuery, () => told.current);

  for (;;) {
    const known = told.current;
    if (known === null || told.lookAgain) {
      told.lookAgain = false;
      told.accept(await readWaitState({ planId }));
      continue;
    }
    if (known.over) {
      show(known);
      return;
    }
    const { next } = known;
    const { tryNow } = told;
    const hasNews = (): boolean => told.current !== known || told.lookAgain || told.tryNow;
    if (workflowInfo().continueAsNewSuggested && !tryNow) {
      // The handler that woke the process is not over yet at this point; waiting for it lets more news in.
      await condition(allHandlersFinished);
      if (hasNews()) continue;
      await continueAsNew<typeof plan>({ planId, waitState: known });
    }
    told.tryNow = false;
    if (next !== null && (tryNow || next.at <= now())) {
      told.accept(await perform(planId, next, tryNow, known.summary));
      fruitless = told.current?.seq === known.seq ? fruitless + 1 : 0;
      if (fruitless > 0) await pauseOrNews(told, fruitless);
      continue;
    }
    show(known);
    if (next !== null) alarm.arm(next);
    await condition(() => hasNews() || (next !== null && alarm.hasRungFor(next)));
  }
}

/** The plan's newest wait state after the step, or after it was shown as a problem. */
async function perform(planId: string, step: DueStep, tryNow: boolean, summary: string): Promise<WaitState> {
  try {
    return await STEPS[step.step].executeWithOptions({ summary }, [{ planId, key: step.key, tryNow }]);
  } catch (error) {
    if (isCancellation(error)) throw error;
    const code = codeOf(error);
    log.warn('a step could not be performed', { step: step.step, key: step.key, code });
    return reportStepProblem({ planId, step: step.step, key: step.key, code });
  }
}

/** Waits before the step is tried again, longer each time, or until there is news. */
async function pauseOrNews(told: Told, fruitless: number): Promise<void> {
  const tried = told.current;
  const pause = `${Math.min(2 ** fruitless, LONGEST_PAUSE_SECONDS)} seconds` as const;
  const news = (): boolean => told.current !== tried || told.lookAgain || told.tryNow;
  await condition(news, pause, { summary: 'until it is tried again' });
}

function codeOf(error: unknown): string {
  if (!(error instanceof ActivityFailure)) return 'STEP.FAILED';
  if (error.cause instanceof ApplicationFailure) return error.cause.type ?? 'STEP.FAILED';
  return 'STEP.TIMED_OUT';
}

function now(): string {
  return new Date(Date.now()).toISOString();
}
