import type { NoticeTimes } from '../../libs/record/notice-times.js';

/** How a worker differs from the usual one. */
export interface WorkerChoice {
  /** How long dispatchers of notices wait for what; as in production if undefined. */
  readonly noticeTimes?: NoticeTimes;
}
