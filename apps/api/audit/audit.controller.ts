import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditReading } from '../../../libs/reading/audit.reading.js';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { pageRequestOf } from '../schemas/page-query.js';
import { type AuditQuery, auditQuery } from './audit.schema.js';
import {
  AUDIT_EXAMPLE,
  AUDIT_EXPORT_EXAMPLE,
  type AuditExport,
  auditExport,
  type AuditPage,
  auditPage,
} from './audit.view.js';

/** The audit, for auditors. */
@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditReading) {}

  @Get('entries')
  @ReadOperation({
    id: 'searchAudit',
    summary: 'Search the audit',
    description: 'For auditors, newest first. What was read or written is not in it.',
    answer: auditPage,
    example: AUDIT_EXAMPLE,
    errors: ['ACTOR.NOT_PERMITTED'],
  })
  searchAudit(
    @Req() request: ApiRequest,
    @Query({ schema: auditQuery }) query: AuditQuery,
  ): Promise<AuditPage> {
    return this.audit.search(viewerOf(request, 'searchAudit'), searchOf(query), pageRequestOf(query));
  }

  @Get('export')
  @ReadOperation({
    id: 'exportAudit',
    summary: 'Export the audit',
    description: 'For auditors: entries as they were written, with what is needed to check their chains.',
    answer: auditExport,
    example: AUDIT_EXPORT_EXAMPLE,
    errors: ['ACTOR.NOT_PERMITTED'],
  })
  exportAudit(
    @Req() request: ApiRequest,
    @Query({ schema: auditQuery }) query: AuditQuery,
  ): Promise<AuditExport> {
    return this.audit.export(viewerOf(request, 'exportAudit'), searchOf(query), pageRequestOf(query));
  }
}

function searchOf({
  plan,
  person,
  operation,
  allowed,
  from,
  to,
}: AuditQuery): Parameters<AuditReading['search']>[1] {
  return { planId: plan, personId: person, operation, allowed, from, to };
}
