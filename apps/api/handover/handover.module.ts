import { Module } from '@nestjs/common';
import { HandoverReadsController } from './handover-reads.controller.js';
import { HandoverController } from './handover.controller.js';

@Module({
  controllers: [HandoverReadsController, HandoverController],
})
export class HandoverModule {}
