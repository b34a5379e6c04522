/** What a mail server says became of a mail for one recipient (RFC 3464, 2.3.3). */
export const DELIVERY_ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
export type DeliveryAction = (typeof DELIVERY_ACTIONS)[number];

export interface DeliveryStatusEntry {
  readonly action: DeliveryAction;
  /** Such as `5.1.1` (RFC 3463); null if the report has none of that form. */
  readonly status: string | null;
}

const STATUS = /^\s*([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/;

/** What a status alone says (RFC 3463, 2). That it went well does not say how far. */
const ACTION_OF_CLASS: Readonly<Record<string, DeliveryAction>> = { 2: 'relayed', 4: 'delayed', 5: 'failed' };

/**
 * Reads the part of a report that is meant for machines (RFC 3464, 2.1): a block for the mail, then one for each
 * recipient. Addresses and words in it are passed over.
 * @returns one entry for each recipient that the report says anything of that is known here
 */
export function readDeliveryStatus(content: string): DeliveryStatusEntry[] {
  return content
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .flatMap((block) => entryOf(fieldsOf(block)));
}

function entryOf(fields: ReadonlyMap<string, string>): DeliveryStatusEntry[] {
  // A comment may stand behind the word (RFC 5322, 3.2.2).
  const word = /^\s*([a-z]+)/i.exec(fields.get('action') ?? '')?.[1]?.toLowerCase();
  const action = DELIVERY_ACTIONS.find((one) => one === word);
  const status = STATUS.exec(fields.get('status') ?? '')?.[1] ?? null;
  const told = action ?? (status === null ? undefined : ACTION_OF_CLASS[status.slice(0, 1)]);
  return told === undefined ? [] : [{ action: told, status }];
}

/** Fields by name, those that go over several lines put together (RFC 5322, 2.2.3). */
function fieldsOf(block: string): Map<string, string> {
  const lines = block.replaceAll(/\n(?=[ \t])/g, ' ').split('\n');
  return new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, Math.max(colon, 0)).trim().toLowerCase(), line.slice(colon + 1)];
    }),
  );
}
