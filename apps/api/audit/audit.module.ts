import { Module } from '@nestjs/common';
import { AccessLogController } from './access-log.controller.js';
import { AuditController } from './audit.controller.js';

@Module({ controllers: [AccessLogController, AuditController] })
export class AuditModule {}
