import type { DataSource } from 'typeorm';
import type { Clock } from '../clock/clock.js';
import { anchorAudit, type AnchoringParts } from './anchoring.js';
import type { AuditKeys } from './audit-keys.js';
import { sealAudit } from './sealing.js';

/** How soon after it was added an entry is sealed, in milliseconds: until then its removal could go unnoticed. */
const SEAL_EVERY = 1_000;

export interface SealerParts extends AnchoringParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly keys: AuditKeys;
}

/** Seals the audit again and again, and keeps the newest seal outside the database at intervals. */
export class AuditSealer {
  readonly #timers: NodeJS.Timeout[];
  #running: Promise<void> = Promise.resolve();
  #anchored = 0;

  private constructor(
    private readonly parts: SealerParts,
    anchorEvery: number,
  ) {
    this.#timers = [
      this.#every(SEAL_EVERY, () => this.#seal()),
      this.#every(anchorEvery, () => this.#anchor()),
    ];
  }

  /** @param anchorMinutes How often the newest seal is kept outside the database. */
  static start(parts: SealerParts, anchorMinutes: number): AuditSealer {
    return new AuditSealer(parts, anchorMinutes * 60_000);
  }

  /** Seals and anchors once more, and stops. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#running;
    await this.#quietly(() => this.#seal());
    await this.#quietly(() => this.#anchor());
  }

  #every(milliseconds: number, act: () => Promise<void>): NodeJS.Timeout {
    let waiting = false;
    const timer = setInterval(() => {
      if (waiting) return;
      waiting = true;
      this.#running = this.#running.then(() => {
        waiting = false;
        return this.#quietly(act);
      });
    }, milliseconds);
    timer.unref();
    return timer;
  }

  async #quietly(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      this.parts.logger.warn({ reason }, 'the audit could not be sealed or anchored; it is tried again');
    }
  }

  async #seal(): Promise<void> {
    await sealAudit(this.parts.database, this.parts.clock, this.parts.keys);
  }

  async #anchor(): Promise<void> {
    const seal = await anchorAudit(this.parts, this.#anchored);
    if (seal !== null) this.#anchored = seal.number;
  }
}
