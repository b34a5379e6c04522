import { FileAnchor } from '../audit/anchor/file.anchor.js';
import { type AnchoringParts } from '../audit/anchoring.js';
import { TimestampService } from '../audit/timestamping/timestamp-service.js';
import type { Environment } from '../config/environment.js';

/** Where seals of the audit are kept, and who stamps them, as the environment says. */
export function anchoringOf(environment: Environment): Pick<AnchoringParts, 'anchor' | 'timestamping'> {
  const { AUDIT_ANCHOR_FILE, AUDIT_TIMESTAMP_URL } = environment;
  return {
    anchor: new FileAnchor(AUDIT_ANCHOR_FILE),
    timestamping: AUDIT_TIMESTAMP_URL === null ? null : new TimestampService(AUDIT_TIMESTAMP_URL),
  };
}
