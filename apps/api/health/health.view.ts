import { z } from 'zod';

const details = z.record(z.string(), z.looseObject({ status: z.enum(['up', 'down', 'degraded']) }));

export const healthView = z
  .strictObject({
    status: z.enum(['ok', 'error', 'degraded', 'shutting_down']),
    info: details,
    error: details,
    details,
  })
  .meta({ id: 'Health' });

export const HEALTH_EXAMPLE: z.output<typeof healthView> = {
  status: 'ok',
  info: { database: { status: 'up' } },
  error: {},
  details: { database: { status: 'up' } },
};
