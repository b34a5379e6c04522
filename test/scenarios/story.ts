import { castId } from '../../apps/local/demonstration/cast-id.js';
import type { CastName } from '../../apps/local/demonstration/cast.js';
import type { Instant } from '../../libs/domain/calendar/index.js';
import type { Act, Life, LifeFrame } from './life.js';
import type { PlanDesk } from './plan-desk.js';

/** Collects the acts of a life in the order in which it is told. */
export class Story {
  readonly #acts: Act[] = [];
  readonly #frame: LifeFrame;

  constructor(frame: Omit<LifeFrame, 'planId'>) {
    this.#frame = { ...frame, planId: castId('plan', frame.name) };
  }

  /** Somebody does something. */
  tell(at: Instant, who: CastName, title: string, act: (desk: PlanDesk) => Promise<unknown>): void {
    this.#acts.push({ at, who, title, do: act });
  }

  /** Several people do the same, each for themselves. */
  each(
    at: Instant,
    people: readonly CastName[],
    title: string,
    act: (desk: PlanDesk, name: CastName) => Promise<unknown>,
  ): void {
    for (const who of people) this.tell(at, who, title, (desk) => act(desk, who));
  }

  /** The life as it goes from beginning to end. */
  told(): Life {
    return { ...this.#frame, acts: [...this.#acts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) };
  }
}
