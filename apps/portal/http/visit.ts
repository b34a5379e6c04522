import type { Request } from 'express';
import type { Language } from '../../../libs/contracts/problem.types.js';
import type { PersonActor } from '../../../libs/identity/actor-of-token.js';
import type { AddressedPerson } from '../../../libs/identity/register/addressed-people.js';
import type { Session } from '../../../libs/identity/session/session-store.js';

/** Somebody who is signed in, as a page needs them. */
export interface Visitor {
  readonly actor: PersonActor;
  readonly person: AddressedPerson;
  readonly session: Session;
  /** Seconds until the session ends if the person does nothing. */
  readonly secondsLeft: number;
  /** To be sent along with every form. */
  readonly formToken: string;
}

/** Who asks for a page, and how they read it. */
export interface Visit {
  readonly language: Language;
  /** The page that was asked for, to come back to: a path of ours with its query. */
  readonly path: string;
  readonly visitor: Visitor | null;
  /** Whether the session that the browser names is over because nothing was done for too long. */
  readonly timedOut: boolean;
  /** Whether it was the session of an access link, which leads to no other. */
  readonly linkOver: boolean;
}

/** A file that came with a form. */
export interface UploadedFile {
  readonly name: string;
  /** What it says it is. */
  readonly type: string;
  readonly content: Buffer;
}

/** A request for a page, after it has been found out who asks. */
export interface PageRequest extends Request {
  visit: Visit;
  /** By the name of the field; only of a form that takes files. */
  files?: Readonly<Record<string, UploadedFile>>;
}

/** The same for a page that only who is signed in gets to. */
export interface SignedInRequest extends PageRequest {
  visit: Visit & { readonly visitor: Visitor };
}
