import { Module } from '@nestjs/common';
import { CitizenDataController } from './citizen-data.controller.js';

@Module({ controllers: [CitizenDataController] })
export class CitizenDataModule {}
