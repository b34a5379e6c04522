import { Module } from '@nestjs/common';
import { MeController } from './me.controller.js';
import { TaskCommandsController } from './task-commands.controller.js';
import { TaskReadsController } from './task-reads.controller.js';
import { LetterService } from './letter.service.js';
import { MyWorkService } from './my-work.service.js';

@Module({
  controllers: [MeController, TaskCommandsController, TaskReadsController],
  providers: [LetterService, MyWorkService],
})
export class TasksModule {}
