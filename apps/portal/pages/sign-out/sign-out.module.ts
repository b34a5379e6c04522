import { Module } from '@nestjs/common';
import { SignOutController } from './sign-out.controller.js';

@Module({ controllers: [SignOutController] })
export class SignOutModule {}
