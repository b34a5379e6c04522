import type { CastName } from '../../apps/local/demonstration/cast.js';
import type { Instant } from '../../libs/domain/calendar/index.js';
import type { PlanDesk } from './plan-desk.js';

/** One thing that a person does in a plan's life. */
export interface Act {
  readonly at: Instant;
  /** What it is, in Danish, as it is shown on screen. */
  readonly title: string;
  readonly who: CastName;
  readonly do: (desk: PlanDesk) => Promise<unknown>;
}

/** Whose plan it is and who has to do with it. Nobody belongs to two lives, so that a mail tells whose life it is of. */
export interface LifeFrame {
  /** Kebab-case; names the life's folder. */
  readonly name: string;
  readonly title: string;
  readonly planId: string;
  readonly citizen: CastName;
  /** Everyone else who may get a mail, leaders included. */
  readonly people: readonly CastName[];
  /** Whose mail addresses do not exist. */
  readonly unreachable: readonly CastName[];
}

/** A plan's life: what people do, and when. Everything else the system does by itself. */
export interface Life extends LifeFrame {
  readonly acts: readonly Act[];
}
