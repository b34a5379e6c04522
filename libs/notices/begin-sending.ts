import type { DataSource } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';
import { messageIdOf, type OutgoingMail } from '../mail/index.js';
import { withToken } from './access-link-notice.js';
import {
  composeNotices,
  type Composing,
  entryUidIn,
  organizerOf,
  type SendableNotice,
} from './compose-notices.js';
import { markBegun, ownClaims } from './notice-claims.js';
import type { NoticeRow } from './notice-row.js';
import { mailCode } from './recipient-codes.js';
import type { NoticeSettings } from './notice-settings.js';
import { planStates, stateOf } from './plan-states.js';
import type { Vault } from '../persistence/vault.js';
import { employmentOf } from '../record/employments.js';
import { addresseeOf } from '../record/read/addressees.read.js';
import { reachableOf } from './recipients.js';
import { type Verdict, verdictOn } from './verdict.js';

/** Claimed notices that go to one person in one mail. */
export interface Bundle {
  /** Null if nobody can be found who is meant. */
  readonly personId: string | null;
  readonly rows: readonly NoticeRow[];
}

/** A mail whose sending is marked as begun, and what was decided on the notices that do not go with it. */
export interface Begun {
  readonly mail: {
    readonly message: OutgoingMail;
    readonly messageId: string;
    readonly rows: NoticeRow[];
  } | null;
  readonly setAside: readonly {
    readonly row: NoticeRow;
    readonly verdict: Exclude<Verdict, { what: 'send' }>;
  }[];
}

export interface Sender {
  readonly claimedBy: string;
  readonly settings: NoticeSettings;
  readonly vault: Vault;
  readonly domain: string;
}

/**
 * Decides what of a bundle may go and marks it as begun, in one transaction that holds the plans and where the recipient
 * works: nothing that takes a right away can be committed between the decision and the mark.
 */
export async function beginSending(
  dataSource: DataSource,
  { personId, rows }: Bundle,
  { claimedBy, settings, vault, domain }: Sender,
  now: Instant,
): Promise<Begun> {
  return dataSource.transaction(async (manager) => {
    const states = await planStates(
      manager,
      rows.map(({ planId }) => planId),
      true,
    );
    const own = await ownClaims(
      manager,
      rows.map(({ id }) => id),
      claimedBy,
    );
    // Held like the plans: who leaves waits for what had begun, and nothing begins after it.
    if (personId !== null) await employmentOf(manager, personId, true);
    const reachable = await reachableOf(manager, states);
    const addressee = personId === null ? null : await addresseeOf(manager, vault.contacts, personId);
    const judging = {
      manager,
      events: vault.events,
      reachable,
      personId,
      addressee,
      publicUrl: settings.publicUrl,
      paths: vault.cipher.paths,
      now,
    };
    const sendable: SendableNotice[] = [];
    const setAside: Begun['setAside'][number][] = [];
    for (const row of rows.filter(({ id }) => own.includes(id))) {
      const state = stateOf(states, row.planId);
      const verdict = await verdictOn(state, row, judging);
      if (verdict.what === 'send') {
        const item = await withToken(manager, vault.cipher.secrets, row, verdict.item);
        sendable.push({ row, state, item, told: verdict.told });
      } else setAside.push({ row, verdict });
    }
    if (sendable.length === 0 || addressee === null || addressee.email === null)
      return { mail: null, setAside };
    const going = sendable.map(({ row }) => row);
    const messageId = messageIdOf(
      going.map(({ key }) => mailCode(vault.cipher, key)),
      domain,
    );
    const returnAddress = settings.returnAddresses?.addressOf(messageId) ?? null;
    const written = { ...addressee, email: addressee.email };
    const composing = {
      manager,
      addressee: written,
      settings,
      returnAddress,
      domain,
      cipher: vault.cipher,
      now,
    };
    const message = await composeNotices(sendable, composing);
    await markBegun(
      manager,
      going.map(({ id }) => id),
      {
        messageId,
        personId: addressee.personId,
        organizer: organizerIn(message, sendable, composing),
        entryUid: uidIn(message, sendable, composing),
      },
      now,
    );
    const begun = going.map((row) => ({ ...row, claimedAt: now }));
    return { mail: { message, messageId, rows: begun }, setAside };
  });
}

/** The UID of the calendar entry that goes along. */
function uidIn(
  { calendar }: OutgoingMail,
  [first]: readonly SendableNotice[],
  composing: Composing,
): string | null {
  return calendar === null || first === undefined ? null : entryUidIn(first, composing);
}

/** The organiser of the calendar entry that goes along, unless it is the sender of all mails. */
function organizerIn(
  { calendar }: OutgoingMail,
  [first]: readonly SendableNotice[],
  composing: Composing,
): string | null {
  if (calendar === null || first === undefined) return null;
  const organizer = organizerOf(first, composing);
  return organizer === composing.settings.mailFrom.address ? null : organizer;
}
