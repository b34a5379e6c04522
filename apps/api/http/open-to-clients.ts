import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { ClientScope } from '../../../libs/domain/plan/actor.js';

export const CLIENT_SCOPE = 'kiplan:client-scope';
export const SCOPE_EXTENSION = 'x-client-scope';

/** An operation that a machine may use which was granted this scope. Without it an operation is for people only. */
export const OpenToClients = (scope: ClientScope): MethodDecorator =>
  applyDecorators(SetMetadata(CLIENT_SCOPE, scope), ApiExtension(SCOPE_EXTENSION, scope));
