import { Module } from '@nestjs/common';
import { ConsentCommandsController } from './consent-commands.controller.js';
import { ConsentReadsController } from './consent-reads.controller.js';

@Module({
  controllers: [ConsentCommandsController, ConsentReadsController],
})
export class ConsentsModule {}
