import type { Instant } from '../../libs/domain/calendar/index.js';
import { type Act, type Life } from './life.js';
import { PlanDesk } from './plan-desk.js';
import type { World } from './world.js';

/** The system that lives are played on, as far as the player has to know it. */
export interface Stage {
  /** Lets time pass until an instant; everything that is due before is done on the way. */
  sleepUntil(instant: Instant): Promise<void>;
  /** Resolves once everything that is due by now has been done and told. */
  settled(): Promise<void>;
}

/** An act that has just been done. */
export interface Played {
  readonly life: Life;
  readonly act: Act;
  /** How many acts of all lives have been done, and how many there are. */
  readonly done: number;
  readonly total: number;
}

/**
 * Plays lives beside one another, each act at its time. Between the acts nobody does anything: reminders, mails and
 * lapses happen on the way, by the system itself.
 * @param until How long to look on, beyond the last act.
 * @throws Refusal when the API refuses an act, with the act's life and title
 */
export async function play(
  lives: readonly Life[],
  world: World,
  stage: Stage,
  until: Instant,
  watch: (played: Played) => unknown = () => undefined,
): Promise<void> {
  const acts = inOrder(lives);
  let now = '';
  for (const [index, { life, act, place }] of acts.entries()) {
    if (act.at > now) await passTime(stage, act.at);
    now = act.at;
    await perform(life, act, new PlanDesk(life, world.as(act.who, `${life.name} ${place}`)));
    await watch({ life, act, done: index + 1, total: acts.length });
  }
  await passTime(stage, until);
}

/** Nothing that was done is still to be told when time begins to pass, and nothing that is due when it stops. */
async function passTime(stage: Stage, until: Instant): Promise<void> {
  await stage.settled();
  await stage.sleepUntil(until);
  await stage.settled();
}

async function perform(life: Life, act: Act, desk: PlanDesk): Promise<void> {
  try {
    await act.do(desk);
  } catch (error) {
    throw new Error(`${life.name}, ${act.at}, ${act.who}: "${act.title}" did not succeed.`, { cause: error });
  }
}

function inOrder(lives: readonly Life[]): { life: Life; act: Act; place: number }[] {
  return lives
    .flatMap((life) => life.acts.map((act, place) => ({ life, act, place })))
    .sort((a, b) => (a.act.at < b.act.at ? -1 : a.act.at > b.act.at ? 1 : 0));
}
