/** How a worker differs from the usual one. */
export interface WorkerChoice {
  /** How long a drain of notices waits for new ones before it ends; 0 where a running activity holds the clock. */
  readonly lingerSeconds: number;
  /** How many plans' processes are kept in memory; the host's usual number if undefined. */
  readonly cachedWorkflows?: number;
}
