/** Token of the list of what must be there. */
export const READINESS = Symbol('readiness');
