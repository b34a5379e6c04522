/** How long the outbox of notices and its dispatchers wait for what, in seconds. */
export interface NoticeTimes {
  /** For how long notices to one recipient are gathered into one mail. */
  readonly gatheredSeconds: number;
  /** For how long a drain waits for more before it ends; 0 where a running activity holds the clock. */
  readonly lingerSeconds: number;
  /** What becomes due this soon is waited for, and not slept over. */
  readonly soonSeconds: number;
  /** After this a drain takes nothing new; well within the half hour that its activity may last. */
  readonly longestSeconds: number;
  /** For how long a drain is taken to be awake after its last sign of life. */
  readonly leaseSeconds: number;
  /** How often a drain says that it is alive; its workflow misses it after thirty seconds. */
  readonly signOfLifeSeconds: number;
}

/**
 * The times of production. Since a drain stays awake for ten minutes after the last mail, the dispatcher of many plans
 * is woken once a day and not for every mail (docs/decisions/0010-the-dispatchers-share.md).
 */
export const NOTICE_TIMES: NoticeTimes = {
  gatheredSeconds: 60,
  lingerSeconds: 600,
  soonSeconds: 60,
  longestSeconds: 1_500,
  leaseSeconds: 60,
  signOfLifeSeconds: 5,
};
