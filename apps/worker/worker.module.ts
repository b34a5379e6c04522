import { type DynamicModule, Module } from '@nestjs/common';
import { ProcessModule, type ProcessOptions } from '../../libs/process/process.module.js';
import { HostedWorkers, type WorkerChoice } from './hosted-workers.js';
import { WORKER_CHOICE } from './tokens.js';

/** The worker as a NestJS application context: it listens to no one, it polls Temporal. */
@Module({})
export class WorkerModule {
  static forWorker(options: ProcessOptions, choice: WorkerChoice): DynamicModule {
    return {
      module: WorkerModule,
      imports: [ProcessModule.forProcess(options)],
      providers: [{ provide: WORKER_CHOICE, useValue: choice }, HostedWorkers],
    };
  }
}
