import { Client, type ClientConfig, type Notification } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { NOTICE_CHANNEL } from '../record/notice-outbox.js';

/** Hears when notices are queued in a shard, over a connection of its own. */
export class NoticeListener {
  readonly #client: Client;
  #news = false;
  #waiting: (() => void) | null = null;

  private constructor(client: Client, shard: number) {
    this.#client = client;
    client.on('notification', ({ payload }: Notification) => {
      if (payload !== String(shard)) return;
      this.#news = true;
      this.#waiting?.();
    });
    // A lost connection makes it deaf; the dispatcher's own look at what is due remains.
    client.on('error', () => undefined);
  }

  static async open({ options }: DataSource, shard: number): Promise<NoticeListener> {
    const { url, ssl } = options as PostgresDataSourceOptions;
    const client = new Client({ connectionString: url, ssl: ssl as ClientConfig['ssl'] });
    const listener = new NoticeListener(client, shard);
    await client.connect();
    await client.query(`LISTEN ${NOTICE_CHANNEL}`);
    return listener;
  }

  /**
   * Waits for news at most so many milliseconds, or until the signal.
   * @returns whether anything was queued since it was last asked
   */
  async heard(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    if (!this.#news && !signal.aborted) await this.#wait(milliseconds, signal);
    const news = this.#news;
    this.#news = false;
    return news;
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  #wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.#waiting = null;
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
      this.#waiting = done;
    });
  }
}
