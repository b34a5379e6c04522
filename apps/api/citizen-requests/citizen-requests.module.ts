import { Module } from '@nestjs/common';
import { CitizenRequestCommandsController } from './citizen-request-commands.controller.js';
import { CitizenRequestReadsController } from './citizen-request-reads.controller.js';

@Module({
  controllers: [CitizenRequestCommandsController, CitizenRequestReadsController],
})
export class CitizenRequestsModule {}
