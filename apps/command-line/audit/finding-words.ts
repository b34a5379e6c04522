import type { Finding, FindingKind } from '../../../libs/audit/verification/finding.types.js';

const WORDS: Readonly<Record<FindingKind, string>> = {
  entryMissing: 'an entry is missing',
  entryChanged: 'an entry is not as it was written',
  entryForged: 'an entry was not written by kiplan',
  entryUnreadable: 'what stands there is no entry',
  entryTwice: 'an entry stands there twice',
  headDiffers: 'the chain does not end where its head says',
  headMissing: 'the chain has no head',
  sealMissing: 'a seal is missing',
  sealChanged: 'a seal is not as it was made',
  sealForged: 'a seal was not made with the audit’s key',
  sealedEntryDiffers: 'an entry is not the one that was sealed',
  keyUnknown: 'AUDIT_KEYS lacks the key under which it stands',
  anchorDiffers: 'the database does not have the seal that was anchored outside of it',
  anchorForged: 'an anchored seal was not made with the audit’s key',
  anchorMissing: 'seals tell of an anchor that is not there: the anchor file was cut, emptied or taken away',
  anchorsBroken: 'the line does not follow the one before it in the anchor file',
  recoveryForged: 'a recovery was not told with the audit’s key, or is not on the audit',
  timestampForged: 'the time-stamp of an anchored seal is not the authority’s',
  changeWithoutEntry: 'an event has no entry',
  entryWithoutChange: 'an entry tells of an event that is not there',
  changeDiffers: 'the events are not the ones that the entry tells of',
  planMissing: 'the plan is not there any more',
  planWithoutEntry: 'there is a plan of whose beginning no entry tells',
  planUnreadable: 'what stands there is no plan',
  snapshotForged: 'the plan’s state was not written by kiplan; it is not used',
  snapshotDiffers: 'the plan’s state is not the newest one',
  columnDiffers: 'a column of the plan does not say what its state says',
  waitStateDiffers: 'what the plan waits for is not as it was written',
  windowsDiffer: 'the windows of the plan are not as they were written',
  contentKeyMissing: 'the key of the plan’s content is gone',
  erasureWithoutEntry: 'the plan was emptied, and no entry tells of its erasure',
  readModelDiffers: 'a table does not say what the plan’s events say',
  registerRowForged: 'a row of the register was not written by kiplan; it is not believed',
};

/** A finding as a line for an operator. */
export function wordsOf({ kind, chain, place, until, about }: Finding): string {
  const places = until === undefined ? `${place}` : `${place}–${until}`;
  const what = about === undefined ? '' : ` [${about}]`;
  return `${chain} ${places}${what}: ${WORDS[kind]} (${kind})`;
}
