import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { AuditKeys } from '../../libs/audit/audit-keys.js';
import { AuditSealer } from '../../libs/audit/audit-sealer.js';
import { anchoringOf } from '../../libs/process/audit-parts.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';

/** Seals the audit as long as the worker runs; of several workers one at a time does. */
export class HostedSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #sealer: AuditSealer | undefined;

  constructor(private readonly parts: ProcessParts) {}

  onApplicationBootstrap(): void {
    const { environment, database, clock, logger } = this.parts;
    this.#sealer = AuditSealer.start(
      {
        database,
        clock,
        keys: new AuditKeys(environment.AUDIT_KEYS),
        ...anchoringOf(environment),
        logger,
      },
      environment.AUDIT_ANCHOR_MINUTES,
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#sealer?.stop();
  }
}
