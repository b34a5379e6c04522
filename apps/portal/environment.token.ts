/** Token of the environment that the process was started with. */
export const ENVIRONMENT = Symbol('environment');
