export { type MailLanguage, MAIL_LANGUAGES } from './language.js';
export { canonicalAddress, domainOf, isMailAddress, isSameMailbox, writtenAddress } from './mail-address.js';
export { revealsCourse } from './neutral-words.js';
export {
  isTimedNotice,
  type MeetingTime,
  type NoticeItem,
  TIMED_NOTICE_KINDS,
  type TimedNoticeKind,
  type UntimedNoticeKind,
} from './templates/notice-item.js';
export type { NoticeContent } from './templates/compose-message.js';
export { type RenderedMail, renderMail } from './templates/render-mail.js';
export {
  type CalendarMethod,
  type CalendarPerson,
  type MeetingEntry,
  meetingInvitation,
  meetingUid,
} from './calendar/meeting-invitation.js';
export { type AnsweringAttendee, type CalendarReply, readReplies } from './calendar/read-reply.js';
export {
  identityOf,
  type NotUnderstood,
  type ReturnedMail,
  readReturnedMail,
} from './returned/read-returned-mail.js';
export { MailReceiver, type MailReceiverOptions } from './returned/mail-receiver.js';
export { ReturnAddresses } from './returned/return-addresses.js';
export { MailTransport, type MailTransportOptions } from './transport/mail-transport.js';
export { messageIdOf, threadIdOf } from './transport/message-id.js';
export type { MailThread, OutgoingMail, SendOutcome } from './transport/outgoing-mail.js';
export { smtpServerAddress } from './transport/smtp-server-address.js';
export type { ChannelDriver, ChannelOrders, LedgerEntry } from './channels/channel-driver.js';
export {
  CHANNEL_CLAIMS,
  type Claim,
  LEDGER_MOVES,
  LEDGER_STATES,
  type LedgerState,
  mayFollow,
} from './channels/ledger.js';
export { MailChannel } from './channels/mail.channel.js';
export { InPersonChannel, LetterChannel, TelephoneChannel } from './channels/person.channels.js';
export { renderCallNote } from './channels/render-call-note.js';
export { LETTER_WORDS } from './channels/letter-words.js';
export {
  type LetterContent,
  type LetterDetail,
  type PostalAddress,
  renderLetter,
} from './channels/render-letter.js';
