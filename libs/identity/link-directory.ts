import type { LinkedTo } from '../domain/access/access-link.types.js';

/** Looks up whether the access link by which somebody came still stands. */
export abstract class LinkDirectory {
  /** What a link is for, or null if it opens nothing any more: revoked, or its plan, part or consent is over. */
  abstract standing(linkId: string): Promise<LinkedTo | null>;
}
