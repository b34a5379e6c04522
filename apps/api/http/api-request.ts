import type { Request } from 'express';
import type { PersonActor } from '../../../libs/identity/actor-of-token.js';

/** A request whose bearer has been verified. */
export interface ApiRequest extends Request {
  actor: PersonActor;
}
