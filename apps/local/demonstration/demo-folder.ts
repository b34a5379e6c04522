import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Life } from '../../../test/scenarios/life.js';
import type { LifeTimeline } from '../../../test/scenarios/life-timeline.js';
import { calendarEntry, mailsOf } from '../../../test/support/life-mails.js';
import type { ReceivedMail } from '../../../test/support/mailbox.js';
import type { HistoryFigures } from '../../../test/support/workflow-history.js';

/** What a life has cost. */
export interface LifeFigures {
  readonly life: string;
  readonly historyEvents: number;
  readonly activities: number;
  readonly mails: number;
  readonly invitations: number;
}

/** The folder in which a demonstration leaves what people would have got; what stood there before is removed. */
export class DemoFolder {
  private constructor(readonly path: string) {}

  static async open(path: string): Promise<DemoFolder> {
    await rm(path, { recursive: true, force: true });
    await mkdir(path, { recursive: true });
    return new DemoFolder(path);
  }

  /** Leaves a life's mails, calendar entries, timeline and figures. */
  async keep(
    life: Life,
    allMails: readonly ReceivedMail[],
    timeline: LifeTimeline,
    history: HistoryFigures,
  ): Promise<LifeFigures> {
    const folder = join(this.path, life.name);
    const mails = mailsOf(allMails, life);
    await mkdir(join(folder, 'mails'), { recursive: true });
    await mkdir(join(folder, 'invitations'), { recursive: true });
    let invitations = 0;
    for (const [index, mail] of mails.entries()) {
      const name = fileName(index, mail);
      await writeFile(join(folder, 'mails', `${name}.eml`), mail.raw);
      const entry = calendarEntry(mail);
      if (entry === null) continue;
      invitations += 1;
      await writeFile(join(folder, 'invitations', `${name}.ics`), entry);
    }
    const figures: LifeFigures = {
      life: life.name,
      historyEvents: history.events,
      activities: history.byType['ActivityTaskScheduled'] ?? 0,
      mails: mails.length,
      invitations,
    };
    await writeJson(join(folder, 'timeline.json'), timeline.entries);
    await writeJson(join(folder, 'figures.json'), { ...figures, history });
    return figures;
  }
}

/** In the order of arrival, with the day and to whom. */
function fileName(index: number, { envelope, parsed }: ReceivedMail): string {
  const day = parsed.date?.toISOString().slice(0, 10) ?? 'undated';
  const recipient = envelope.to[0]?.split('@')[0] ?? 'nobody';
  return `${String(index + 1).padStart(3, '0')}-${day}-${recipient}`;
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, undefined, 2)}\n`);
}
