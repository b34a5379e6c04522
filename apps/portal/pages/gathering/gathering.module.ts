import { Module } from '@nestjs/common';
import { GatheringController } from './gathering.controller.js';

@Module({ controllers: [GatheringController] })
export class GatheringModule {}
