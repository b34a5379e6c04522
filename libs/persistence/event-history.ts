import { createHash } from 'node:crypto';

/** What every plan's history begins with. */
export const NO_HISTORY = Buffer.alloc(32);

/** All that stands beside an event's content in its row. */
export interface EventFrame {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly actorKind: string;
  readonly actorPersonId: string | null;
  readonly commandId: string | null;
}

/** An event as its row has it. */
export interface EventRow extends EventFrame {
  /** Encrypted. */
  readonly content: Buffer;
}

/** What stands beside an event's content, in one text. */
export function frameOf({ seq, type, at, actorKind, actorPersonId, commandId }: EventFrame): string {
  return [seq, type, at, actorKind, actorPersonId ?? '', commandId ?? ''].join('\n');
}

/** SHA-256 over the history before and one more event: so it stands for all events up to this one, in their order. */
export function historyWith(previous: Buffer, event: EventRow): Buffer {
  return historyWithDigest(previous, event, createHash('sha256').update(event.content).digest());
}

/** The same for an event of which only the content's SHA-256 is at hand. */
export function historyWithDigest(previous: Buffer, frame: EventFrame, digest: Buffer): Buffer {
  return createHash('sha256').update(previous).update(digest).update(frameOf(frame), 'utf8').digest();
}
