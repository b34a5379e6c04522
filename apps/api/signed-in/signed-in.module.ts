import { Module } from '@nestjs/common';
import { SignedInController } from './signed-in.controller.js';

@Module({ controllers: [SignedInController] })
export class SignedInModule {}
