/**
 * Somebody who has the database, as its superuser and without the keys of the processes: whatever they do to the record is named
 * by the verification, refused, or without effect.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { FileAnchor } from '../../../libs/audit/anchor/file.anchor.js';
import { sealAudit } from '../../../libs/audit/sealing.js';
import { checkReadModels } from '../../../libs/audit/verification/check-read-models.js';
import type { Finding } from '../../../libs/audit/verification/finding.types.js';
import { verifyAudit } from '../../../libs/audit/verification/verify-audit.js';
import { registerCast } from '../../../apps/local/demonstration/register-cast.js';
import { WallClock } from '../../../libs/clock/clock.js';
import { defaultPolicy } from '../../../libs/domain/plan/default-policy.js';
import type { PlanState } from '../../../libs/domain/plan/plan.types.js';
import { createDataSource } from '../../../libs/persistence/data-source.js';
import { migrate } from '../../../libs/persistence/migrate.js';
import { UnfitSnapshot } from '../../../libs/persistence/snapshots/verified-rows.js';
import { NothingAfterCommit } from '../../../libs/record/after-commit.js';
import { RealPlan, registerCitizens, STORIES, type StoryName } from '../../factories/real-plans.js';
import { startPostgres, type TestPostgres } from '../../support/servers.js';
import { makeTestFolder, removeTestFolder } from '../../support/test-folders.js';
import { testAudit, testAuditKeys, testVault } from '../../support/test-vault.js';
import { numbersFrom, TAMPERINGS, type Tampering } from '../audit-tampering.js';
import { PLAN_TAMPERINGS, REFUSED } from './plan-tampering.js';
import { type NamedTampering, rowTamperings } from './row-tampering.js';

const LIVES: readonly StoryName[] = ['gathering', 'followUp', 'onHold', 'ended'];
const TRIES = Number(process.env['TAMPERINGS'] ?? 100);
const SEED = Number(process.env['TAMPERING_SEED'] ?? Date.now() % 1_000_000);

/** What became of a tampering. */
type Outcome =
  | { readonly kind: 'found'; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused' | 'without effect' | 'missed' };

class TakenBack extends Error {}

describe('an adversary with the whole database', () => {
  let postgres: TestPostgres;
  let adversary: DataSource;
  let application: DataSource;
  let folder: string;
  let anchor: FileAnchor;
  let everything: NamedTampering[] = [];
  let states: PlanState[] = [];

  beforeAll(async () => {
    folder = await makeTestFolder();
    anchor = new FileAnchor(join(folder, 'anchors.jsonl'));
    postgres = await startPostgres();
    await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
    const url = new URL(postgres.superuserUrl);
    url.pathname = new URL(postgres.url).pathname;
    // The keys are those of the verification, which looks while the adversary's transaction is open.
    adversary = await createDataSource({ url: url.href, poolSize: 2, keys: testVault.keys }).initialize();
    application = await createDataSource({
      url: postgres.applicationUrl,
      poolSize: 4,
      keys: testVault.keys,
    }).initialize();
    await registerCast(application, testVault, '2027-01-04T09:00:00.000Z');
    const citizens = await registerCitizens(application, testVault, LIVES.length);
    let said: string | null = null;
    for (const [index, story] of LIVES.entries()) {
      const plan = await RealPlan.begin(application, {
        policy: defaultPolicy,
        citizenPersonId: citizens[index] ?? '',
        at: '2027-01-04T09:00:00.000Z',
        afterCommit: new NothingAfterCommit(),
        keys: { vault: testVault, audit: testAudit },
      });
      await STORIES[story](plan);
      const seal = await sealAudit(application, new WallClock(), testAuditKeys, null, said);
      if (seal === null) throw new Error('There is nothing to seal.');
      const { anchored: _anchored, ...kept } = seal;
      said = `${await anchor.keep({ ...kept, timestamp: null })}:${seal.number}`;
    }
    states = await statesBy(application.manager);
    everything = [
      ...(await rowTamperings(adversary.manager)),
      ...Object.entries({ ...PLAN_TAMPERINGS, ...TAMPERINGS }).map(([name, tamper]) => ({ name, tamper })),
    ];
  }, 120_000);

  afterAll(async () => {
    await application.destroy();
    await adversary.destroy();
    await postgres.stop();
    await removeTestFolder(folder);
  });

  async function statesBy(manager: EntityManager): Promise<PlanState[]> {
    const rows = await manager.query<{ state: PlanState }[]>('SELECT id, state FROM plans ORDER BY id');
    return rows.map(({ state }) => state);
  }

  async function findingsBy(manager: EntityManager): Promise<readonly Finding[]> {
    const anchors = await anchor.kept();
    const { findings } = await verifyAudit(manager, {
      keys: testAuditKeys,
      cipher: testVault.cipher,
      anchors,
    });
    if (findings.length > 0) return findings;
    const found: Finding[] = [];
    await checkReadModels(manager, testVault, (finding) => found.push(finding));
    return found;
  }

  async function outcomeOf(tamper: Tampering, pick: (below: number) => number): Promise<Outcome> {
    let outcome: Outcome = { kind: 'missed' };
    try {
      await adversary.transaction(async (manager) => {
        // A superuser need not keep to what tables refer to.
        await manager.query('SET LOCAL session_replication_role = replica');
        await manager
          .transaction((inner) => tamper(inner, pick))
          .catch((error: unknown) => {
            if (!(error instanceof QueryFailedError)) throw error;
            outcome = { kind: 'refused' };
            throw new TakenBack();
          });
        const findings = await findingsBy(manager);
        outcome = findings.length > 0 ? { kind: 'found', findings } : await effectOf(manager);
        throw new TakenBack();
      });
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error;
    }
    return outcome;
  }

  /** Nothing is changed for anybody whose plan reads as it did. */
  async function effectOf(manager: EntityManager): Promise<Outcome> {
    try {
      expect(await statesBy(manager)).toEqual(states);
      return { kind: 'without effect' };
    } catch (error) {
      return { kind: error instanceof UnfitSnapshot ? 'without effect' : 'missed' };
    }
  }

  it('finds nothing where nothing was done', async () => {
    expect(await adversary.transaction((manager) => findingsBy(manager))).toEqual([]);
  });

  it('is found out, refused or without effect by every kind of tampering', async () => {
    const pick = numbersFrom(SEED);
    const outcomes = new Map<string, string[]>();
    for (const { name, tamper } of everything) {
      const { kind } = await outcomeOf(tamper, pick);
      outcomes.set(kind, [...(outcomes.get(kind) ?? []), name]);
    }
    expect(outcomes.get('missed') ?? []).toEqual([]);
    // Whoever takes the proof from a snapshot has it folded anew.
    expect(outcomes.get('without effect') ?? []).toEqual(['plans: state is changed']);
    expect(outcomes.get('found')?.length).toBeGreaterThan(200);
  }, 600_000);

  it.each(Object.entries(REFUSED))('is refused %s', async (_name, tamper) => {
    const { kind } = await outcomeOf(tamper, numbersFrom(SEED));
    expect(['refused', 'found']).toContain(kind);
  });

  it(`is found out in each of ${TRIES} random tries, seed ${SEED}`, async () => {
    const pick = numbersFrom(SEED);
    const missed: string[] = [];
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { name, tamper } = everything[pick(everything.length)] ?? {
        name: '',
        tamper: () => Promise.resolve(),
      };
      const { kind } = await outcomeOf(tamper, pick);
      if (kind === 'missed') missed.push(`${name} (try ${tries})`);
    }
    expect(missed).toEqual([]);
  }, 1_800_000);
});
