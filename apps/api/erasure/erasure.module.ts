import { Module } from '@nestjs/common';
import { ErasureHoldsController } from './erasure-holds.controller.js';

@Module({ controllers: [ErasureHoldsController] })
export class ErasureModule {}
