import type { OverlapKind, OverlapReasonCode } from './overlap.types.js';

/** What a comparison of two items found, before it gets its key. */
export interface Finding {
  kind: OverlapKind;
  code: OverlapReasonCode;
  terms: string[];
  score: number;
}
