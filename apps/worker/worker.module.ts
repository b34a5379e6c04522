import { type DynamicModule, Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { workerHealth } from '../../libs/health/health-checks.js';
import { healthOf } from '../../libs/health/health-of.js';
import { Draining } from '../../libs/http/draining.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';
import { HostedReceiver } from './hosted-receiver.js';
import { HostedSealer } from './hosted-sealer.js';
import { HostedWorkers } from './hosted-workers.js';
import type { WorkerChoice } from './worker-choice.js';
import { WorkerHealthController } from './worker-health.controller.js';

/** The worker: it polls Temporal, and listens only for mail that comes back and for who asks how it is. */
@Module({})
export class WorkerModule {
  static on(parts: ProcessParts, choice: WorkerChoice): DynamicModule {
    return {
      module: WorkerModule,
      imports: [TerminusModule.forRoot({ logger: false })],
      controllers: [WorkerHealthController],
      providers: [
        healthOf(workerHealth(parts), parts.logger),
        {
          provide: Draining,
          inject: [HttpAdapterHost],
          useFactory: (adapters: HttpAdapterHost) => new Draining(adapters),
        },
        { provide: HostedWorkers, useFactory: () => new HostedWorkers(parts, choice) },
        { provide: HostedReceiver, useFactory: () => new HostedReceiver(parts) },
        { provide: HostedSealer, useFactory: () => new HostedSealer(parts) },
      ],
    };
  }
}
