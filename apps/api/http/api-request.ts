import type { Request } from 'express';
import type { SignIn } from '../../../libs/identity/sign-in-anew.js';
import type { ClientActor, PersonActor } from '../../../libs/identity/actor-of-token.js';

/** A request whose bearer has been verified. */
export interface AuthenticatedRequest extends Request {
  actor: PersonActor | ClientActor;
  /** How a person signed in; null for a machine. */
  signIn: SignIn | null;
}

/** The same where only people get in: every operation that does not say that it is open to machines. */
export interface ApiRequest extends AuthenticatedRequest {
  actor: PersonActor;
}
