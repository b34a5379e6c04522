import { Module } from '@nestjs/common';
import { DocumentsController } from './documents.controller.js';
import { DocumentService } from './document.service.js';

@Module({
  controllers: [DocumentsController],
  providers: [DocumentService],
})
export class DocumentsModule {}
