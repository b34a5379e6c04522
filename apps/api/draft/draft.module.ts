import { Module } from '@nestjs/common';
import { ApprovalController } from './approval.controller.js';
import { DraftReadsController } from './draft-reads.controller.js';
import { VersionReadsController } from './version-reads.controller.js';
import { WritingController } from './writing.controller.js';

@Module({
  controllers: [ApprovalController, DraftReadsController, VersionReadsController, WritingController],
})
export class DraftModule {}
