import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { defaultPolicy } from '../../../libs/domain/plan/default-policy.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { type PolicyBody, policyBody } from './policy.schema.js';

/** Durations, ladders and required roles. */
@ApiTags('policies')
@Controller('policies')
export class PoliciesController {
  @Get('default')
  @ReadOperation({
    id: 'getDefaultPolicy',
    summary: 'The policy that a new plan gets',
    description: 'Versioned data; a plan keeps its own until it is replaced.',
    answer: policyBody,
    example: defaultPolicy,
    errors: [],
  })
  getDefaultPolicy(): PolicyBody {
    return defaultPolicy as PolicyBody;
  }
}
