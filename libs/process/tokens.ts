/** The validated environment of the process (`Environment`). */
export const ENVIRONMENT = Symbol('environment');

/** The process's structured log (pino). */
export const LOGGER = Symbol('logger');
