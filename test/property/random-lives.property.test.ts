import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STEP_NAMES } from '../../libs/domain/deadline/awaited.types.js';
import { COMMAND_RULES } from '../../libs/domain/plan/command-rules.js';
import type { CommandType } from '../../libs/domain/plan/plan.types.js';
import { foundLives } from './found-lives.js';
import { counts, live, liveAgain } from './random-life.js';

/**
 * How many lives, and from which seed: both can be set to replay what a failure printed. The sample that all tests
 * run is the same each time; `npm run test:lives` plays others.
 */
const LIVES = Number(process.env['LIVES'] ?? 2_000);
const SEED = Number(process.env['LIVES_SEED'] ?? 20_261_130);
const PATH = process.env['LIVES_PATH'];

/** From so many lives on, everything that can happen has happened in one of them. */
const ENOUGH_FOR_EVERYTHING = 10_000;

/** Shrinking leaves moves out; another number would be another move, not a smaller one. */
const choice = fc.noShrink(fc.integer({ min: 0, max: 0x7fff_ffff }));

describe('any plan, whatever people and time do to it', () => {
  for (const { name, life } of foundLives()) {
    it(`keeps its promises in the life of ${name}, in which it once did not`, () => {
      liveAgain(life);
    });
  }

  it(`keeps its promises in ${String(LIVES)} random lives from seed ${String(SEED)}`, () => {
    const moves = fc.array(choice, { minLength: 1, maxLength: 50, size: 'max' });
    const began = performance.now();
    fc.assert(fc.property(choice, moves, live), {
      numRuns: LIVES,
      seed: SEED,
      ...(PATH === undefined ? {} : { path: PATH }),
    });
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    console.log(
      `${String(LIVES)} lives in ${String(seconds)} s: ${String(counts.commands)} moves, ` +
        `${String(counts.refused)} refused, ${String(counts.events)} events, longest life ${String(counts.longest)} events`,
    );
    if (LIVES >= ENOUGH_FOR_EVERYTHING) {
      expect(STEP_NAMES.filter((step) => !counts.types.has(step))).toEqual([]);
      expect(
        (Object.keys(COMMAND_RULES) as CommandType[]).filter((type) => !counts.accepted.has(type)),
      ).toEqual([]);
    }
    expect(counts.events).toBeGreaterThan(counts.refused);
  }, 7_200_000);
});
