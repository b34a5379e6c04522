import type { DeliveryStatusEntry } from './delivery-status.js';

/** What of a mail that a mail server wrote for people is looked at. */
export interface WrittenReport {
  readonly subject: string;
  readonly text: string;
  /** The header X-Failed-Recipients, by which Exim names whom it could not reach; empty if there is none. */
  readonly failedRecipients: string;
}

/** The reason stands at the beginning; behind it is the mail itself. */
const LOOKED_AT = 20_000;

const DELAYED =
  /\bdelayed\b|not yet been delivered|has not been delivered yet|still being retried|warning message only|will (?:keep|continue)\b|attempts will continue|no action is required|midlertidig|forsinket|verzögert|försenad/i;
const FAILED =
  /undeliver(?:ed|able)|(?:could|can|was|were|has|have)(?:n['’]t| ?not)(?: be(?:en)?| able to)? (?:be )?deliver|delivery (?:to .{0,200} )?(?:has )?fail|delivery failure|failure notice|permanent (?:fatal )?error|permanently fail|return(?:ed|ing) (?:mail|message|to sender)|user unknown|no such user|mailbox (?:is )?(?:unavailable|not found|does not exist)|kunne ikke (?:blive )?lever|ikke leveret|unzustellbar|nicht zugestellt|kunde inte lever|(?<![\d.])5\d\d[ -]#?5\.\d+\.\d+/i;
const ADDRESS = /[^\s<>()[\]:;,"]+@[^\s<>()[\]:;,"]+/;
const STATUS = /(?<![\d.])5\.\d{1,3}\.\d{1,3}(?![.\d])/;

/**
 * Reads what a mail server wrote for people (qmail, older Exim, Domino and others): whether somebody whom it names could not be
 * reached. What it says in words is passed over, but for the code.
 * @returns null if it tells of no delivery that can be understood
 */
export function readWrittenReport({
  subject,
  text,
  failedRecipients,
}: WrittenReport): DeliveryStatusEntry | null {
  const words = `${subject}\n${text.slice(0, LOOKED_AT)}`;
  if (failedRecipients === '' && !ADDRESS.test(text.slice(0, LOOKED_AT))) return null;
  if (DELAYED.test(words)) return { action: 'delayed', status: null };
  if (failedRecipients === '' && !FAILED.test(words)) return null;
  return { action: 'failed', status: STATUS.exec(words)?.[0] ?? null };
}
