import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiRequest } from '../http/api-request.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { SIGNED_IN_EXAMPLE, type SignedInAnswer, signedInAnswer } from './signed-in.view.js';

/** Who asks, as the register has it. */
@ApiTags('signed-in')
@Controller('me')
export class SignedInController {
  @Get()
  @ReadOperation({
    id: 'getSignedIn',
    summary: 'Who I am',
    description:
      'The person who is signed in, with the organisation and the roles that the register confirms.',
    answer: signedInAnswer,
    example: SIGNED_IN_EXAMPLE,
    errors: [],
  })
  getSignedIn(@Req() { actor }: ApiRequest): SignedInAnswer {
    const { personId, organisationId, organisationRoles } = actor;
    return { personId, organisationId, organisationRoles };
  }
}
