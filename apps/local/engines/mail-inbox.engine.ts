import { mkdir } from 'node:fs/promises';
import { MailDev } from 'maildev';
import { LOOPBACK } from './ports.js';

/** How the mail inbox is to be run. */
export interface MailInboxOptions {
  /** Folder in which every mail is kept as an `.eml` file. */
  folder: string;
  smtpPort: number;
  /** Port of the page that shows the mails. */
  webPort: number;
}

/** A running mail inbox. */
export interface MailInbox {
  smtpUrl: string;
  webUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts a mail server that delivers nothing to anybody and shows what it got on a web page. It runs in this
 * process, on the loopback address, and finds the mails of earlier runs again.
 */
export async function startMailInbox(options: MailInboxOptions): Promise<MailInbox> {
  await mkdir(options.folder, { recursive: true });
  const inbox = new MailDev({
    smtp: options.smtpPort,
    ip: LOOPBACK,
    web: options.webPort,
    webIp: LOOPBACK,
    mailDirectory: options.folder,
    silent: true,
  });
  // The package announces its address on the screen even when it is told to be silent.
  const { info } = console;
  console.info = () => undefined;
  try {
    await inbox.start();
  } finally {
    console.info = info;
  }
  return {
    smtpUrl: `smtp://${LOOPBACK}:${options.smtpPort}`,
    webUrl: `http://localhost:${options.webPort}`,
    stop: () => inbox.stop(),
  };
}
