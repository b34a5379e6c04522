import { Module } from '@nestjs/common';
import { MeetingHoldingController } from './meeting-holding.controller.js';
import { MeetingPlanningController } from './meeting-planning.controller.js';
import { MeetingReadsController } from './meeting-reads.controller.js';

@Module({
  controllers: [MeetingHoldingController, MeetingPlanningController, MeetingReadsController],
})
export class MeetingsModule {}
