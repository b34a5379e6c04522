import { createHash } from 'node:crypto';
import type { AuditNote } from './audit-entry.types.js';

/** The chain that an entry belongs to: the plan's; else that of who acted. */
export function chainOf({ planId, actor }: ChainPart): string {
  if (planId !== null) return `plan:${planId}`;
  return 'personId' in actor ? `person:${actor.personId}` : actor.kind;
}

interface ChainPart extends Pick<AuditNote, 'planId'> {
  readonly actor:
    | { readonly kind: 'person'; readonly personId: string }
    | { readonly kind: Exclude<AuditNote['actor']['kind'], 'person'> };
}

/** The plan whose chain it is, or null. */
export function planOfChain(chain: string): string | null {
  return chain.startsWith('plan:') ? chain.slice('plan:'.length) : null;
}

/** What the first entry of every chain and the first seal are chained to. */
export const FIRST_HASH = Buffer.alloc(32);

/** An entry with its place in a chain. */
export interface Link {
  readonly chain: string;
  /** From 1 on, without gaps. */
  readonly place: number;
  readonly entry: string;
  readonly keyId: string;
  readonly code: string;
}

/** SHA-256 over the hash before and everything in the link, as `append_audit_entry` in the database computes it. */
export function hashOfLink(previous: Buffer, { chain, place, entry, keyId, code }: Link): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(`${chain}\n${place}\n${keyId}\n${code}\n${entry}`, 'utf8')
    .digest();
}
