import type { ConfirmationEvent } from '../../domain/confirmation/confirmation.types.js';
import type { ProjectorsOf } from './projection.types.js';

/** What waits for a second person stands in the snapshot; what was seen and by whom, in the event itself. */
export const confirmationProjectors: ProjectorsOf<ConfirmationEvent> = {
  matterRecorded: null,
  matterConfirmed: null,
  matterRejected: null,
  matterLapsed: null,
};
