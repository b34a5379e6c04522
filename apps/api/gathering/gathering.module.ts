import { Module } from '@nestjs/common';
import { GatheringCommandsController } from './gathering-commands.controller.js';
import { GatheringReadsController } from './gathering-reads.controller.js';

@Module({
  controllers: [GatheringCommandsController, GatheringReadsController],
})
export class GatheringModule {}
