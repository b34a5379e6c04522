import type { Instant } from '../domain/calendar/index.js';
import type { Actor } from '../domain/plan/actor.js';

/** By which way somebody came. */
export type OriginChannel = 'api' | 'portal' | 'process' | 'commandLine';

/** From where something was done or asked for. */
export interface Origin {
  readonly channel: OriginChannel;
  /** The network address, where there was one. It is kept encrypted. */
  readonly address: string | null;
  readonly correlationId: string;
}

/** What the process does comes from nowhere else. */
export function processOrigin(correlationId: string): Origin {
  return { channel: 'process', address: null, correlationId };
}

/** Somebody of whom nothing is known but where they came from. */
export interface UnknownActor {
  readonly kind: 'unknown';
}

/** What is noted of one read or change of personal content, or of a try that was refused. */
export interface AuditNote {
  /** Where it must be known beforehand; else one is made. */
  readonly id?: string;
  readonly at: Instant;
  readonly actor: Actor | UnknownActor;
  /** What the actor was to the plan or in the organisation, as far as it counted. */
  readonly roles: readonly string[];
  /** The command, or the operation of the API or page. */
  readonly operation: string;
  readonly planId: string | null;
  /** Whom it is about, where it is about a person and no plan. */
  readonly subjectPersonId?: string;
  /** The organisation that was registered or corrected. */
  readonly subjectOrganisationId?: string;
  /** Roles in an organisation that somebody was given, by code; none if they were taken. */
  readonly granted?: readonly string[];
  /** That a request was answered again under its key, and nothing was done. */
  readonly repeated?: true;
  /** Plans that were shown in a list, with no more of each than a line. */
  readonly listed?: readonly string[];
  /** The events that a change led to, and the hash over all events of the plan up to the last of them, in base64. */
  readonly events?: { readonly from: number; readonly to: number; readonly history: string };
  /** Each kind of information that was shown, with why it was allowed and the consent or basis that it rested on. */
  readonly disclosed?: Readonly<Record<string, string>>;
  readonly allowed: boolean;
  /** Code of the refusal. */
  readonly refusal?: string;
  /** Of a restore: who did it, why, and what is given up by it. */
  readonly recovered?: Recovered;
  readonly origin: Origin;
}

/** A restore of an older state that an operator told of. */
export interface Recovered {
  readonly by: string;
  readonly why: string;
  readonly lastSeal: number;
  readonly lost: readonly string[];
}

/** An entry as it stands in the audit. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Instant;
  readonly actorKind: (Actor | UnknownActor)['kind'];
  readonly personId: string | null;
  readonly clientId: string | null;
  readonly organisationId: string | null;
  readonly roles: readonly string[];
  readonly operation: string;
  readonly planId: string | null;
  /** Only where it is about a person and no plan. */
  readonly subjectPersonId?: string;
  /** Only where it is about an organisation. */
  readonly subjectOrganisationId?: string;
  /** Only where roles were given or taken. */
  readonly granted?: readonly string[];
  /** Only where a request was answered again. */
  readonly repeated?: true;
  readonly listed: readonly string[];
  readonly events: readonly number[];
  /** Only where there are events, and not in entries of older releases. */
  readonly history?: string;
  readonly disclosed: Readonly<Record<string, string>>;
  readonly allowed: boolean;
  readonly refusal: string | null;
  /** Only where an older state was restored. */
  readonly recovered?: Recovered;
  readonly channel: OriginChannel;
  /** Encrypted under the key of the month, in base64. */
  readonly address: string | null;
  readonly correlationId: string;
}
