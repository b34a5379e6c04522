import { Module } from '@nestjs/common';
import { AccessLinkController } from './access-link.controller.js';
import { AccessLinkService } from './access-link.service.js';

@Module({ controllers: [AccessLinkController], providers: [AccessLinkService] })
export class AccessLinkModule {}
