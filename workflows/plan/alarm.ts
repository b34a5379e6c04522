import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { DueStep } from '../../libs/contracts/index.js';

/** The one timer of a plan. */
export class Alarm {
  #at: string | null = null;
  #rung = false;
  #scope: CancellationScope | null = null;

  /** Arms it for a step. One that would ring for nothing is replaced: its ringing would cost more than its end. */
  arm(step: DueStep): void {
    if (this.#at === step.at && !this.#rung) return;
    this.#scope?.cancel();
    const scope = new CancellationScope();
    this.#scope = scope;
    this.#at = step.at;
    this.#rung = false;
    void scope.run(() => this.#sleepUntil(step)).catch(ignoreCancellation);
  }

  /** Whether it has rung since it was armed, for this step or an earlier one. */
  hasRungFor(step: DueStep): boolean {
    return this.#rung && this.#at !== null && this.#at <= step.at;
  }

  async #sleepUntil(step: DueStep): Promise<void> {
    const { at } = step;
    await sleep(Math.max(1, Date.parse(at) - Date.now()), { summary: step.step });
    if (this.#at === at) this.#rung = true;
  }
}

function ignoreCancellation(error: unknown): void {
  if (!isCancellation(error)) throw error;
}
