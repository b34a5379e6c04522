import type { Seal } from '../seal.js';

/** A seal that is kept outside the database, with whatever proves when it was there. */
export interface AnchoredSeal extends Seal {
  /** A time-stamp token (RFC 3161) over the hash's hash; null if no service was asked. */
  readonly timestamp: Buffer | null;
}

/** Where seals are kept outside the database, so that replacing the whole of it is noticed. */
export abstract class AuditAnchor {
  /** Keeps a seal. It must not be lost once this has returned. */
  abstract keep(seal: AnchoredSeal): Promise<void>;
  /** Everything that was kept, oldest first. */
  abstract kept(): Promise<AnchoredSeal[]>;
}
