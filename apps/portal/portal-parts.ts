import type { ProcessParts } from '../../libs/process/process-parts.js';

/** What the portal stands on; whoever starts it makes these and ends them. */
export interface PortalParts extends Pick<
  ProcessParts,
  'environment' | 'logger' | 'clock' | 'database' | 'record' | 'vault' | 'audit'
> {
  /** Ends them, after the last request. */
  readonly end: () => Promise<void>;
}
