import type { WaitState } from '../../libs/contracts/index.js';

/** What the process has been told and not yet acted on. */
export class Told {
  /** An administrator wants the record to be asked again. */
  lookAgain = false;
  /** An administrator wants the next step to be tried now. */
  tryNow = false;
  #current: WaitState | null;

  constructor(current: WaitState | null) {
    this.#current = current;
  }

  get current(): WaitState | null {
    return this.#current;
  }

  /** Signals may come late, twice or out of order: an older wait state than the one at hand is passed over. */
  accept(waitState: WaitState): void {
    if (this.#current === null || waitState.seq >= this.#current.seq) this.#current = waitState;
  }
}
