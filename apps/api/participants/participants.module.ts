import { Module } from '@nestjs/common';
import { ParticipantCommandsController } from './participant-commands.controller.js';
import { ParticipantReadsController } from './participant-reads.controller.js';

@Module({
  controllers: [ParticipantCommandsController, ParticipantReadsController],
})
export class ParticipantsModule {}
