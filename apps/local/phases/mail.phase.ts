import { join } from 'node:path';
import { startMailInbox } from '../engines/mail-inbox.engine.js';
import type { LocalSystem } from '../local-system.js';

/** Starts the mail inbox, unless SMTP_URL names another mail server. */
export async function startMail(system: LocalSystem): Promise<void> {
  const { home, ports, smtpUrl } = system.settings;
  if (smtpUrl !== undefined) {
    system.say('Mail: the server in SMTP_URL');
    return;
  }
  const inbox = await startMailInbox({
    folder: join(home, 'mails'),
    smtpPort: ports.smtp,
    webPort: ports.mail,
  });
  system.stopLater('Mail inbox', () => inbox.stop());
  system.environment['SMTP_URL'] = inbox.smtpUrl;
  system.announcements.push({ label: 'Mail inbox', value: inbox.webUrl });
  system.say(`Mail inbox: running on port ${ports.smtp}`);
}
