/** The languages that mails, letters and calendar entries are written in. */
export const MAIL_LANGUAGES = ['da', 'en'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];
