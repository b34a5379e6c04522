import { Module } from '@nestjs/common';
import { MailedPathController } from './mailed-path.controller.js';

@Module({ controllers: [MailedPathController] })
export class MailedModule {}
