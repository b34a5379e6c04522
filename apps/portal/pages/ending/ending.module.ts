import { Module } from '@nestjs/common';
import { EndingController } from './ending.controller.js';

@Module({ controllers: [EndingController] })
export class EndingModule {}
