import { type DynamicModule, Module } from '@nestjs/common';
import type { ProcessParts } from '../../libs/process/process-parts.js';
import { HostedSealer } from './hosted-sealer.js';
import { HostedWorkers } from './hosted-workers.js';
import type { WorkerChoice } from './worker-choice.js';

/** The worker as a NestJS application context: it listens to no one, it polls Temporal. */
@Module({})
export class WorkerModule {
  static on(parts: ProcessParts, choice: WorkerChoice): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: HostedWorkers, useFactory: () => new HostedWorkers(parts, choice) },
        { provide: HostedSealer, useFactory: () => new HostedSealer(parts) },
      ],
    };
  }
}
