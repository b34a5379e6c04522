import { Module } from '@nestjs/common';
import { FollowUpReadsController } from './follow-up-reads.controller.js';
import { FollowUpController } from './follow-up.controller.js';

@Module({
  controllers: [FollowUpReadsController, FollowUpController],
})
export class FollowUpModule {}
