/** How this worker differs from the usual one (`WorkerChoice`). */
export const WORKER_CHOICE = Symbol('worker choice');
