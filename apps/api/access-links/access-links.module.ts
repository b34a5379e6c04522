import { Module } from '@nestjs/common';
import { AccessLinksController } from './access-links.controller.js';

@Module({ controllers: [AccessLinksController] })
export class AccessLinksModule {}
