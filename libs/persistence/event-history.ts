import { createHash } from 'node:crypto';

/** What every plan's history begins with. */
export const NO_HISTORY = Buffer.alloc(32);

/** An event as its row has it. */
export interface EventRow {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly actorKind: string;
  readonly actorPersonId: string | null;
  readonly commandId: string | null;
  /** Encrypted. */
  readonly content: Buffer;
}

/** All that stands beside an event's content, in one text. */
export function frameOf({
  seq,
  type,
  at,
  actorKind,
  actorPersonId,
  commandId,
}: Omit<EventRow, 'content'>): string {
  return [seq, type, at, actorKind, actorPersonId ?? '', commandId ?? ''].join('\n');
}

/** SHA-256 over the history before and one more event: so it stands for all events up to this one, in their order. */
export function historyWith(previous: Buffer, event: EventRow): Buffer {
  const frame = Buffer.from(frameOf(event), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(frame.length);
  return createHash('sha256').update(previous).update(length).update(frame).update(event.content).digest();
}
