import { Module } from '@nestjs/common';
import { DistributionCommandsController } from './distribution-commands.controller.js';
import { DistributionReadsController } from './distribution-reads.controller.js';

@Module({
  controllers: [DistributionCommandsController, DistributionReadsController],
})
export class DistributionModule {}
