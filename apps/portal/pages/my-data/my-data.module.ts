import { Module } from '@nestjs/common';
import { MyDataController } from './my-data.controller.js';

@Module({ controllers: [MyDataController] })
export class MyDataModule {}
