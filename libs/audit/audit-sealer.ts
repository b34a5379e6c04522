import type { DataSource } from 'typeorm';
import type { Clock } from '../clock/clock.js';
import { type AnchorLine, newestAnchored } from './anchor/audit-anchor.js';
import { anchorAudit, type AnchoringParts } from './anchoring.js';
import type { AuditKeys } from './audit-keys.js';
import type { Seal } from './seal.js';
import { lastSeal, sealAudit, SealsWithheld } from './sealing.js';

/** How soon after it was added an entry is sealed, in milliseconds: until then its removal could go unnoticed. */
const SEAL_EVERY = 1_000;
/** Sealing that has not happened for so long is said, again after each such time, in milliseconds. */
const SAID_AFTER = 15_000;

export interface SealerParts extends AnchoringParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly keys: AuditKeys;
}

/**
 * Seals the audit again and again, and keeps the newest seal outside the database at intervals. It never seals below what
 * it has sealed or what is anchored: whoever takes seals away is not covered up, but stops it, and that is said.
 */
export class AuditSealer {
  readonly #timers: NodeJS.Timeout[];
  #running: Promise<void> = Promise.resolve();
  #known: Pick<Seal, 'number' | 'hash'> | null = null;
  #anchored: { readonly number: number; readonly said: string | null } | null = null;
  #lastDone = performance.now();
  #lastSaid = 0;
  #recoveries = 0;
  #failures = 0;

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

  /** How often sealing has failed since the start, and for how many seconds it has not been done. */
  get standing(): { readonly failures: number; readonly secondsSince: number } {
    return { failures: this.#failures, secondsSince: (performance.now() - this.#lastDone) / 1_000 };
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
      this.#failures += 1;
      this.#say(error);
    }
  }

  /** A failure is a warning; sealing that does not come about for some seconds is an error, and is said again. */
  #say(error: unknown): void {
    const { logger } = this.parts;
    const reason = error instanceof Error ? error.name : 'unknown';
    const { failures, secondsSince } = this.standing;
    if (error instanceof SealsWithheld || secondsSince * 1_000 >= SAID_AFTER) {
      if (performance.now() - this.#lastSaid < SAID_AFTER) return;
      this.#lastSaid = performance.now();
      const seconds = Math.round(secondsSince);
      logger.error({ reason, failures, seconds }, 'the audit is not sealed; see operations, The audit');
      return;
    }
    logger.warn({ reason }, 'the audit could not be sealed or anchored; it is tried again');
  }

  async #seal(): Promise<void> {
    const { database, clock, keys } = this.parts;
    const anchored = await this.#newestAnchor();
    await sealAudit(database, clock, keys, this.#known, anchored.said).catch((error: unknown) =>
      this.#withheld(error),
    );
    // Others seal, too: what they sealed must be there as well from now on.
    const newest = await lastSeal(database);
    if (newest !== null && newest.number > (this.#known?.number ?? 0)) this.#known = newest;
    this.#lastDone = performance.now();
  }

  /** Seals are missing that this process knows: only a recovery by an operator, kept outside, makes it go on. */
  async #withheld(error: unknown): Promise<never> {
    if (error instanceof SealsWithheld) {
      const recoveries = recoveriesIn(await this.parts.anchor.kept());
      if (recoveries > this.#recoveries) {
        this.#known = null;
        this.#anchored = null;
      }
    }
    throw error;
  }

  async #anchor(): Promise<void> {
    const { number } = await this.#newestAnchor();
    const anchored = await anchorAudit(this.parts, number);
    if (anchored === null) return;
    this.#anchored = { number: anchored.seal.number, said: anchored.said };
  }

  /** What is kept outside is looked up at the start: the database must still have it. */
  async #newestAnchor(): Promise<{ readonly number: number; readonly said: string | null }> {
    if (this.#anchored !== null) return this.#anchored;
    const kept = await this.parts.anchor.kept();
    this.#recoveries = recoveriesIn(kept);
    const newest = newestAnchored(kept);
    if (newest === null) {
      this.#anchored = { number: 0, said: null };
      return this.#anchored;
    }
    const { name, seal } = newest;
    this.#known ??= seal;
    this.#anchored = { number: seal.number, said: name === null ? null : `${name}:${seal.number}` };
    return this.#anchored;
  }
}

function recoveriesIn(lines: readonly AnchorLine[]): number {
  return lines.filter(({ kind }) => kind === 'recovery').length;
}
