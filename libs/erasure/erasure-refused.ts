/** Why a plan that has ended is not erased now. */
export type ErasureRefusal = 'ERASURE.HELD_BACK' | 'ERASURE.NOTICE_UNDER_WAY';

/** A plan is not erased now: it is held back, or something of it is just being sent. Nothing was changed. */
export class ErasureRefused extends Error {
  override readonly name = 'ErasureRefused';

  constructor(readonly code: ErasureRefusal) {
    super(code);
  }
}
