import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startPlan, daysAfter } from '../factories/plan-commands.js';
import { choicesFrom } from './choices.js';
import { POLICIES, randomCommand } from './random-commands.js';
import { WatchedLife } from './watched-life.js';

/** How many lives, and from which seed: both can be set to replay what a failure printed. */
const LIVES = Number(process.env['LIVES'] ?? 10_000);
const SEED = process.env['LIVES_SEED'] === undefined ? undefined : Number(process.env['LIVES_SEED']);
const PATH = process.env['LIVES_PATH'];

/** Hours at one end, months at the other. */
const LEAPS_IN_MINUTES = [0, 20, 60, 180, 600, 1_440, 4_320, 10_080, 30_240, 87_000, 260_000] as const;

const counts = { commands: 0, refused: 0, events: 0, longest: 0 };

function later(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

/** One life: each number is a move, and what it does follows from it and from where the plan stands. */
function live(moves: readonly number[]): void {
  const first = choicesFrom(moves.length + (moves[0] ?? 0));
  const beginning = later(daysAfter('2026-01-01T11:00:00.000Z', first.below(1500)), first.below(700));
  const start = startPlan({
    policy: first.oneOf(POLICIES),
    citizenAnswer: first.chance(80) ? 'yes' : 'pending',
    citizenChannel: first.chance(75) ? 'mail' : 'letter',
  });
  const life = new WatchedLife(start, beginning);
  try {
    for (const move of moves) makeMove(life, move);
    life.checkWhole(first);
  } catch (error) {
    throw new Error(`${String(error)}\n${life.story()}`, { cause: error });
  } finally {
    counts.refused += life.refused;
    counts.events += life.length;
    counts.longest = Math.max(counts.longest, life.length);
  }
}

function makeMove(life: WatchedLife, move: number): void {
  const choices = choicesFrom(move);
  counts.commands += 1;
  if (choices.chance(74)) {
    const { command, by } = randomCommand(life.state, life.at, choices);
    life.give(command, by);
    if (choices.chance(60)) life.attend(choices);
    return;
  }
  if (choices.chance(8)) life.repeatOldStep(choices);
  const until = later(life.at, choices.oneOf(LEAPS_IN_MINUTES));
  if (choices.chance(75)) {
    life.passPromptly(until, choices);
  } else {
    life.at = until;
    if (choices.chance(60)) life.attend(choices);
  }
}

describe('any plan, whatever people and time do to it', () => {
  it(`keeps its promises in ${String(LIVES)} random lives`, () => {
    const moves = fc.array(fc.integer({ min: 0, max: 0x7fff_ffff }), {
      minLength: 1,
      maxLength: 70,
      size: 'max',
    });
    const began = performance.now();
    fc.assert(fc.property(moves, live), {
      numRuns: LIVES,
      ...(SEED === undefined ? {} : { seed: SEED }),
      ...(PATH === undefined ? {} : { path: PATH }),
    });
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    console.log(
      `${String(LIVES)} lives in ${String(seconds)} s: ${String(counts.commands)} moves, ` +
        `${String(counts.refused)} refused, ${String(counts.events)} events, longest life ${String(counts.longest)} events`,
    );
    expect(counts.events).toBeGreaterThan(counts.refused);
  }, 600_000);
});
