import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STEP_NAMES } from '../../libs/domain/deadline/awaited.types.js';
import { COMMAND_RULES } from '../../libs/domain/plan/command-rules.js';
import type { CommandType } from '../../libs/domain/plan/plan.types.js';
import { counts, live } from './random-life.js';

/** How many lives, and from which seed: both can be set to replay what a failure printed. */
const LIVES = Number(process.env['LIVES'] ?? 10_000);
const SEED = process.env['LIVES_SEED'] === undefined ? undefined : Number(process.env['LIVES_SEED']);
const PATH = process.env['LIVES_PATH'];

/** Shrinking leaves moves out; another number would be another move, not a smaller one. */
const choice = fc.noShrink(fc.integer({ min: 0, max: 0x7fff_ffff }));

describe('any plan, whatever people and time do to it', () => {
  it(`keeps its promises in ${String(LIVES)} random lives`, () => {
    const moves = fc.array(choice, { minLength: 1, maxLength: 50, size: 'max' });
    const began = performance.now();
    fc.assert(fc.property(choice, moves, live), {
      numRuns: LIVES,
      ...(SEED === undefined ? {} : { seed: SEED }),
      ...(PATH === undefined ? {} : { path: PATH }),
    });
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    console.log(
      `${String(LIVES)} lives in ${String(seconds)} s: ${String(counts.commands)} moves, ` +
        `${String(counts.refused)} refused, ${String(counts.events)} events, longest life ${String(counts.longest)} events`,
    );
    if (LIVES >= 10_000) {
      expect(STEP_NAMES.filter((step) => !counts.types.has(step))).toEqual([]);
      expect(
        (Object.keys(COMMAND_RULES) as CommandType[]).filter((type) => !counts.accepted.has(type)),
      ).toEqual([]);
    }
    expect(counts.events).toBeGreaterThan(counts.refused);
  }, 600_000);
});
