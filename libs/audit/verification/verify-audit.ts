import type { EntityManager } from 'typeorm';
import { isUuid } from '../../contracts/ids.js';
import type { FieldCipher } from '../../persistence/encryption/field-cipher.js';
import type { AnchorLine, Recovery } from '../anchor/audit-anchor.js';
import type { AuditKeys } from '../audit-keys.js';
import { planOfChain } from '../chain.js';
import type { Change, EntryContent, EntryRow } from './chain-check.js';
import { checkAnchors, checkDemanded, checkTimestamps, type ReadAnchors } from './check-anchors.js';
import { checkChains } from './check-chains.js';
import { checkRegister } from './check-register.js';
import { checkSeals } from './check-seals.js';
import type { Finding, Report } from './finding.types.js';
import { PlanChecks } from './plan-checks.js';

/** How many findings are kept of those that were told. */
const MOST_KEPT = 1_000;

/** What a verification looked at, and what it found; nothing found means that record and audit are as they were written. */
export interface Verification {
  readonly entries: number;
  readonly chains: number;
  readonly seals: number;
  readonly plans: number;
  /** Rows of the register. */
  readonly registered: number;
  /** Plans whose snapshot another release kept: it is not used, and folded anew when it is read. */
  readonly stale: number;
  /** Chains whose newest entries no seal covers yet. */
  readonly unsealed: number;
  /** Restores that operators told of, oldest first. */
  readonly recoveries: readonly Recovery[];
  /** How many findings there are, of which the first are in `findings`. */
  readonly found: number;
  readonly findings: readonly Finding[];
}

export interface VerificationParts {
  readonly keys: AuditKeys;
  /** Of the fields and of what stands in rows. */
  readonly cipher: FieldCipher;
  /** What was kept outside. */
  readonly anchors: readonly AnchorLine[];
  /** Certificates in PEM that vouch for the time-stamping authority; null to leave time-stamps alone. */
  readonly trusted?: string | null;
  /** Is told of each finding as soon as it is found. */
  readonly report?: Report;
}

/**
 * Follows every chain and every seal of the audit, holds them against what was anchored outside the database, and holds
 * every plan's events, snapshot and windows against them. Memory does not grow with what there is.
 * @param manager A transaction that sees one moment (REPEATABLE READ), so that writers need not stop.
 */
export async function verifyAudit(manager: EntityManager, parts: VerificationParts): Promise<Verification> {
  const { keys, cipher, anchors, trusted = null } = parts;
  const findings: Finding[] = [];
  let found = 0;
  const report: Report = (finding) => {
    found += 1;
    if (findings.length < MOST_KEPT) findings.push(finding);
    parts.report?.(finding);
  };
  const read = checkAnchors(anchors, keys, report);
  const seals = await checkSeals(
    manager,
    keys,
    read.seals.map(({ seal }) => seal),
    report,
  );
  checkDemanded(seals.demanded, read, report);
  if (trusted !== null) await checkTimestamps(read, trusted, report);
  const plans = new PlanChecks(manager, cipher, report);
  const recovered = new Set<string>();
  const listener = new Listener(plans, recovered);
  const chains = await checkChains(manager, keys, listener, report);
  await plans.end();
  checkRecoveries(read, recovered, report);
  const registered = await checkRegister(manager, cipher, report);
  return {
    ...chains,
    seals: seals.count,
    plans: plans.count,
    registered,
    stale: plans.stale,
    recoveries: read.recoveries,
    found,
    findings,
  };
}

/** Gathers of each plan's chain what its entries say of its events. */
class Listener {
  #changes: Change[] = [];
  #isErased = false;

  constructor(
    private readonly plans: PlanChecks,
    private readonly recovered: Set<string>,
  ) {}

  entry({ place }: EntryRow, { at, events, history, operation, allowed, id }: EntryContent): void {
    const [from, to] = events;
    if (from !== undefined && to !== undefined) this.#changes.push({ place, at, from, to, history });
    if (operation === 'erasePlan' && allowed) this.#isErased = true;
    if (operation === 'recoverAudit') this.recovered.add(id);
  }

  async end(chain: string): Promise<void> {
    const planId = planOfChain(chain);
    const [changes, isErased] = [this.#changes, this.#isErased];
    this.#changes = [];
    this.#isErased = false;
    // A chain of no plan's name is found by its entries, which belong to another.
    if (planId !== null && isUuid(planId)) await this.plans.add({ planId, changes, isErased });
  }
}

/** The newest recovery is on the audit; what older ones left there may have been given up by it. */
function checkRecoveries({ recoveries }: ReadAnchors, recovered: ReadonlySet<string>, report: Report): void {
  const newest = recoveries.at(-1);
  if (newest === undefined || recovered.has(newest.entryId)) return;
  report({ kind: 'recoveryForged', chain: 'anchors', place: newest.lastSeal });
}
