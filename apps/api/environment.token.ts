/** The validated environment of the process (`Environment`). */
export const ENVIRONMENT = Symbol('environment');
