import { Module } from '@nestjs/common';
import { ConsentCommandsController } from './consent-commands.controller.js';
import { ConsentFormsController } from './consent-forms.controller.js';
import { ConsentReadsController } from './consent-reads.controller.js';

@Module({
  controllers: [ConsentCommandsController, ConsentFormsController, ConsentReadsController],
})
export class ConsentsModule {}
