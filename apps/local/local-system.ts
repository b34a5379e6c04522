import { join } from 'node:path';
import { LocalError } from './engines/local-error.js';
import type { Say } from './engines/progress.js';
import { endOfLog, type ServerProcess } from './engines/server-process.js';
import type { LocalSettings } from './settings.js';

/** A line for the person at the screen: an address, or who to sign in as. */
export interface Announcement {
  label: string;
  value: string;
}

interface Stoppable {
  name: string;
  stop: () => Promise<void>;
}

/** The system as far as it has been started; the phases of the start build it up. */
export class LocalSystem {
  /** Environment of api and worker, completed phase by phase. */
  readonly environment: NodeJS.ProcessEnv = { ...process.env };
  /** What is printed when everything is ready. */
  readonly announcements: Announcement[] = [];
  /** Database URL of the role that owns the tables; for migrations, not for api and worker. */
  databaseOwnerUrl = '';
  readonly #stoppables: Stoppable[] = [];
  readonly #death = Promise.withResolvers<never>();
  #stopping = false;

  constructor(
    readonly settings: LocalSettings,
    readonly say: Say,
  ) {
    // Nobody waits for it while the system is being stopped, and that is no error.
    this.#death.promise.catch(() => undefined);
  }

  /** Folder for logs and process ids. */
  get runFolder(): string {
    return join(this.settings.home, 'run');
  }

  /** Rejects with a LocalError as soon as a watched process ends although nobody asked it to. */
  get unexpectedDeath(): Promise<never> {
    return this.#death.promise;
  }

  /** Adds something to be stopped at the end; the last one added is stopped first. */
  stopLater(name: string, stop: () => Promise<void>): void {
    this.#stoppables.push({ name, stop });
  }

  /** Stops a process at the end, and stops everything when it ends before. */
  watch(title: string, server: ServerProcess): void {
    this.stopLater(title, () => server.stop());
    void server.ended.then((how) => {
      if (this.#stopping) return;
      const sentence = `${title} ${how} without being asked to, so everything is stopped`;
      this.#death.reject(
        new LocalError(`${sentence}; its log ${server.logFile} ends:\n${endOfLog(server.logFile)}`),
      );
    });
  }

  /** Stops everything, in the reverse order of the start. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (;;) {
      const last = this.#stoppables.pop();
      if (last === undefined) return;
      try {
        await last.stop();
        this.say(`${last.name}: stopped`);
      } catch (error) {
        this.say(`${last.name} could not be stopped in order: ${String(error)}`);
      }
    }
  }
}
