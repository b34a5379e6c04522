import { Module } from '@nestjs/common';
import { MeController } from './me.controller.js';
import { TaskCommandsController } from './task-commands.controller.js';
import { TaskReadsController } from './task-reads.controller.js';

@Module({
  controllers: [MeController, TaskCommandsController, TaskReadsController],
})
export class TasksModule {}
