import { createHash } from 'node:crypto';
import type { PlanState } from '../../domain/plan/plan.types.js';
import { SNAPSHOT_FORM } from '../../domain/plan/snapshot-format.js';
import type { FieldCipher } from '../encryption/field-cipher.js';
import { canonicalJson } from './canonical-json.js';

/** Which form of snapshots this release writes and reads; one of another form is folded anew from the events. */
const FORMAT = createHash('sha256').update(SNAPSHOT_FORM.join('\n')).digest('base64').slice(0, 12);

const PURPOSE = 'snapshot';

/** What a snapshot says beside the state, and proves with it. */
export interface SnapshotProof {
  /** The hash over all events that are folded into it, in base64. */
  readonly history: string;
  /** Hash of the plan's wait state, in base64. */
  readonly waitState: string;
  /** Hash of the plan's windows, in base64. */
  readonly windows: string;
}

/** A state as its row has it. */
interface KeptSnapshot extends PlanState {
  readonly proof?: unknown;
}

interface KeptProof extends SnapshotProof {
  readonly format: string;
  readonly code: string;
}

/** A snapshot as it is read: what it proves; or why it must not be used. */
export type ReadSnapshot =
  | { readonly state: PlanState; readonly proof: SnapshotProof }
  | { readonly state: null; readonly why: 'format' | 'code' };

/** SHA-256 over a value as canonical JSON, in base64. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('base64');
}

/** The text that a plan's row holds: the state, with a code that only who has the keys can make. */
export function keptSnapshot(cipher: FieldCipher, state: PlanState, proof: SnapshotProof): string {
  const kept = { format: FORMAT, ...proof };
  const code = cipher.authenticate(canonicalJson({ ...state, proof: kept }), PURPOSE);
  return JSON.stringify({ ...state, proof: { ...kept, code } });
}

/** Reads what a plan's row holds. */
export function readSnapshot(cipher: FieldCipher, kept: object): ReadSnapshot {
  const { proof, ...state } = kept as KeptSnapshot;
  if (!isProof(proof)) return { state: null, why: proof === undefined ? 'format' : 'code' };
  const { code, ...proven } = proof;
  if (!cipher.isAuthentic(canonicalJson({ ...state, proof: proven }), PURPOSE, code)) {
    return { state: null, why: 'code' };
  }
  if (proof.format !== FORMAT) return { state: null, why: 'format' };
  return { state, proof: proven };
}

function isProof(value: unknown): value is KeptProof {
  if (typeof value !== 'object' || value === null) return false;
  const { code, format, history, waitState, windows } = value as Partial<Record<keyof KeptProof, unknown>>;
  return [code, format, history, waitState, windows].every((one) => typeof one === 'string');
}
