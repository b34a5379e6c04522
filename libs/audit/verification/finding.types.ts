/** What can be wrong with the record and its audit. */
export const FINDING_KINDS = [
  'entryMissing',
  'entryChanged',
  'entryForged',
  'entryUnreadable',
  'entryTwice',
  'headDiffers',
  'headMissing',
  'sealMissing',
  'sealChanged',
  'sealForged',
  'sealedEntryDiffers',
  'keyUnknown',
  'anchorDiffers',
  'anchorForged',
  'anchorMissing',
  'anchorsBroken',
  'recoveryForged',
  'timestampForged',
  'changeWithoutEntry',
  'entryWithoutChange',
  'changeDiffers',
  'planMissing',
  'planWithoutEntry',
  'planUnreadable',
  'snapshotForged',
  'snapshotDiffers',
  'columnDiffers',
  'waitStateDiffers',
  'windowsDiffer',
  'contentKeyMissing',
  'erasureWithoutEntry',
  'readModelDiffers',
  'registerRowForged',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something that shows that the record or its audit is not as it was written. */
export interface Finding {
  readonly kind: FindingKind;
  /** The chain; `seals`; `anchors`; a table of the register. */
  readonly chain: string;
  /** The place in the chain, the seal's number, the event's place, or the line. */
  readonly place: number;
  /** The last of several places that miss one after the other. */
  readonly until?: number;
  /** Which column, table, key or row it is about, as far as that is an id or a name of ours. */
  readonly about?: string;
}

/** Is told of each finding as soon as it is found. */
export type Report = (finding: Finding) => void;
