/** What can be wrong with the audit. */
export const FINDING_KINDS = [
  'entryMissing',
  'entryChanged',
  'entryForged',
  'entryTwice',
  'headDiffers',
  'headMissing',
  'sealMissing',
  'sealChanged',
  'sealForged',
  'sealedEntryDiffers',
  'anchorDiffers',
  'anchorForged',
  'timestampForged',
  'changeWithoutEntry',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something that shows that the audit is not as it was written. */
export interface Finding {
  readonly kind: FindingKind;
  /** The chain, or `seals`. */
  readonly chain: string;
  /** The place in the chain, or the seal's number. */
  readonly place: number;
}
