import { type AnchorLine, type Recovery, type SignedRecovery, standing } from '../anchor/audit-anchor.js';
import type { AuditKeys } from '../audit-keys.js';
import { isTimestamped } from '../timestamping/timestamp-token.js';
import { signedText } from '../recovering.js';
import type { Report } from './finding.types.js';

const SEALS = 'seals';
const ANCHORS = 'anchors';

/** What was kept outside, as far as it can be believed. */
export interface ReadAnchors {
  readonly seals: ReturnType<typeof standing>;
  readonly recoveries: readonly Recovery[];
}

/** Reads what was kept outside: every line follows the one before, and is signed. */
export function checkAnchors(lines: readonly AnchorLine[], keys: AuditKeys, report: Report): ReadAnchors {
  const believed = lines.filter((line) => {
    if (line.kind === 'broken') report({ kind: 'anchorsBroken', chain: ANCHORS, place: line.line });
    if (line.kind === 'seal' && !keys.isSigned(line.seal.hash, line.seal.keyId, line.seal.signature)) {
      report({ kind: 'anchorForged', chain: SEALS, place: line.seal.number });
      return false;
    }
    if (line.kind === 'recovery' && !isSigned(line.recovery, keys)) {
      report({ kind: 'recoveryForged', chain: ANCHORS, place: line.recovery.lastSeal });
      return false;
    }
    return line.kind !== 'broken';
  });
  return {
    seals: standing(believed),
    recoveries: believed.flatMap((line) => (line.kind === 'recovery' ? [line.recovery] : [])),
  };
}

function isSigned({ keyId, signature, ...recovery }: SignedRecovery, keys: AuditKeys): boolean {
  return keys.isSigned(Buffer.from(signedText(recovery), 'utf8'), keyId, signature);
}

/** What the seals say was kept outside must be there, unless an operator gave it up. */
export function checkDemanded(
  demanded: ReadonlyMap<string, number>,
  { seals, recoveries }: ReadAnchors,
  report: Report,
): void {
  const lost = new Set(recoveries.flatMap((recovery) => recovery.lost));
  for (const [name, number] of demanded) {
    const isKept = seals.some((line) => line.name === name && line.seal.number >= number);
    if (isKept || lost.has(name)) continue;
    report({ kind: 'anchorMissing', chain: SEALS, place: number, about: name });
  }
}

/** @param trusted Certificates in PEM that vouch for the time-stamping authority. */
export async function checkTimestamps(
  { seals }: ReadAnchors,
  trusted: string,
  report: Report,
): Promise<void> {
  for (const { seal } of seals) {
    if (seal.timestamp === null || (await isTimestamped(seal.hash, seal.timestamp, trusted))) continue;
    report({ kind: 'timestampForged', chain: SEALS, place: seal.number });
  }
}
