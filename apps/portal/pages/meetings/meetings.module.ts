import { Module } from '@nestjs/common';
import { MeetingsController } from './meetings.controller.js';

@Module({ controllers: [MeetingsController] })
export class MeetingsModule {}
