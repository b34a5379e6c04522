import { z } from 'zod';
import { FIGURE_GROUPINGS, MEASURED_DUTIES } from '../../../libs/domain/evaluation/figures.types.js';
import { QUARTER } from '../../../libs/domain/evaluation/quarter.js';
import { list } from '../schemas/answers.js';

export const figuresQuery = z.strictObject({
  quarter: z
    .string()
    .refine((value) => QUARTER.test(value), { error: 'expected.quarter' })
    .meta({ pattern: QUARTER.source, description: 'A quarter of a year that is over.' }),
  by: z.enum(FIGURE_GROUPINGS).meta({ description: 'By what plans are counted.' }),
});
export type FiguresQuery = z.output<typeof figuresQuery>;

const count = z.int().nullable();

export const figuresView = z
  .strictObject({
    groups: list(
      z.strictObject({
        name: z.string(),
        started: count,
        ended: count,
        medianDays: z.record(z.enum(MEASURED_DUTIES), count),
      }),
    ),
    total: z.strictObject({ started: count, ended: count }),
  })
  .meta({
    id: 'Figures',
    description:
      'Plans that were started and ended in a quarter, and how many days the first round of each duty took. Null is what ' +
      'would tell of fewer than five plans, by itself or together with all else that is told, and everything to an organisation that ' +
      'was not there when the quarter was fixed.',
  });
export type FiguresView = z.output<typeof figuresView>;

export const FIGURES_EXAMPLE: FiguresView = {
  groups: [
    {
      name: 'Testkøbing Bostøtte',
      started: 14,
      ended: 6,
      medianDays: { consent: 9, gathering: 24, convening: 31, drafting: 40, distribution: null },
    },
  ],
  total: { started: 14, ended: 6 },
};
