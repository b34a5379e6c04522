/** The audit: what is on it, that it is only added to, and that whatever is done to it is found. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, EntityManager } from 'typeorm';
import { FileAnchor } from '../../libs/audit/anchor/file.anchor.js';
import type { AnchorLine } from '../../libs/audit/anchor/audit-anchor.js';
import { type AuditNote, processOrigin } from '../../libs/audit/audit-entry.types.js';
import { recoverAudit } from '../../libs/audit/recovering.js';
import { lastSeal, sealAudit } from '../../libs/audit/sealing.js';
import { verifyAudit, type Verification } from '../../libs/audit/verification/verify-audit.js';
import { WallClock } from '../../libs/clock/clock.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { defaultPolicy } from '../../libs/domain/plan/default-policy.js';
import { registerCast } from '../../apps/local/demonstration/register-cast.js';
import { NothingAfterCommit } from '../../libs/record/after-commit.js';
import { RealPlan, registerCitizens } from '../factories/real-plans.js';
import * as commands from '../factories/plan-commands.js';
import { startPostgres, type TestPostgres } from '../support/servers.js';
import { makeTestFolder, removeTestFolder } from '../support/test-folders.js';
import { testAudit, testAuditKeys, testVault } from '../support/test-vault.js';
import { numbersFrom, TAMPERINGS } from './audit-tampering.js';

const clock = new WallClock();
const PLANS = 8;
const TRIES = 1000;
const SEED = Number(process.env['TAMPERING_SEED'] ?? Date.now() % 1_000_000);

/** Takes back what was done to the database. */
class TakenBack extends Error {}

describe('the audit', () => {
  let postgres: TestPostgres;
  let owner: DataSource;
  let application: DataSource;
  let folder: string;
  let anchor: FileAnchor;
  /** What the next seal says is kept outside. */
  let anchored: string | null = null;
  const planIds: string[] = [];

  beforeAll(async () => {
    folder = await makeTestFolder();
    anchor = new FileAnchor(join(folder, 'outside', 'anchors.jsonl'));
    postgres = await startPostgres();
    await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
    owner = await createDataSource({ url: postgres.url, poolSize: 4, keys: null }).initialize();
    application = await createDataSource({
      url: postgres.applicationUrl,
      poolSize: 8,
      keys: testVault.keys,
    }).initialize();
    await registerCast(application, testVault, await clock.now());
    const citizens = await registerCitizens(application, testVault, PLANS);
    for (const citizenPersonId of citizens) {
      const plan = await RealPlan.begin(application, {
        policy: defaultPolicy,
        citizenPersonId,
        at: await clock.now(),
        afterCommit: new NothingAfterCommit(),
        keys: { vault: testVault, audit: testAudit },
      });
      planIds.push(plan.planId);
      await plan.give(commands.setGoal('11111111-1111-4111-8111-111111111111'));
      await testAudit.add(application, await looked(plan.planId));
      await sealAndKeep();
    }
  }, 60_000);

  afterAll(async () => {
    await application.destroy();
    await owner.destroy();
    await postgres.stop();
    await removeTestFolder(folder);
  });

  async function sealAndKeep(): Promise<void> {
    const seal = await sealAudit(application, clock, testAuditKeys, null, anchored);
    if (seal === null) return;
    const { anchored: _anchored, ...kept } = seal;
    anchored = `${await anchor.keep({ ...kept, timestamp: null })}:${seal.number}`;
  }

  async function verified(): Promise<Verification> {
    const anchors = await anchor.kept();
    return application.transaction('REPEATABLE READ', (manager) => verifiedBy(manager, anchors));
  }

  function verifiedBy(manager: EntityManager, anchors: readonly AnchorLine[]): Promise<Verification> {
    return verifyAudit(manager, { keys: testAuditKeys, cipher: testVault.cipher, anchors });
  }

  it('is whole as it was written, every entry sealed', async () => {
    expect(await verified()).toMatchObject({ chains: PLANS, seals: PLANS, unsealed: 0, findings: [] });
  });

  it('has who did and who looked, in which role, and from where, the address encrypted', async () => {
    const rows = await application.query<{ entry: string }[]>(
      'SELECT entry FROM audit_entries WHERE plan_id = $1 ORDER BY place',
      [planIds[0]],
    );
    const entries = rows.map(({ entry }) => JSON.parse(entry) as Record<string, unknown>);
    expect(entries).toMatchObject([
      { operation: 'startPlan', roles: ['coordinator'], events: [1, 2], allowed: true },
      { operation: 'setGoal', roles: ['coordinator'], events: [3, 3], allowed: true },
      { operation: 'getPlan', roles: ['coordinator'], disclosed: { goals: 'coordinator' }, channel: 'api' },
    ]);
    expect(rows.map(({ entry }) => entry).join()).not.toContain('192.0.2.7');
  });

  it(`finds each of ${String(TRIES)} random tamperings, seed ${String(SEED)}`, async () => {
    const pick = numbersFrom(SEED);
    const kept = await anchor.kept();
    const names = Object.keys(TAMPERINGS);
    const missed: string[] = [];
    const counts = new Map<string, number>();
    for (let tries = 0; tries < TRIES; tries += 1) {
      const name = names[pick(names.length)] ?? '';
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const { findings } = await afterTampering(name, pick, kept);
      if (findings.length === 0) missed.push(`${name} (try ${String(tries)})`);
    }
    expect(missed).toEqual([]);
    expect(counts.size).toBe(names.length);
    expect((await verified()).findings).toEqual([]);
  }, 300_000);

  async function afterTampering(
    name: string,
    pick: (below: number) => number,
    kept: readonly AnchorLine[],
  ): Promise<Verification> {
    let found: Verification | undefined;
    const tamper = async (manager: EntityManager): Promise<void> => {
      await TAMPERINGS[name]?.(manager, pick);
      found = await verifiedBy(manager, kept);
      throw new TakenBack();
    };
    await owner.transaction(tamper).catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
    if (found === undefined) throw new Error(`${name} was not tried.`);
    return found;
  }

  it('names an entry that was removed by chain and place', async () => {
    const kept = await anchor.kept();
    let found: Verification | undefined;
    await owner
      .transaction(async (manager) => {
        await manager.query('DELETE FROM audit_entries WHERE plan_id = $1 AND place = 2', [planIds[3]]);
        found = await verifiedBy(manager, kept);
        throw new TakenBack();
      })
      .catch(() => undefined);
    expect(found?.findings).toContainEqual({
      kind: 'entryMissing',
      chain: `plan:${planIds[3] ?? ''}`,
      place: 2,
    });
  });

  it('finds an anchor file that was written by somebody else', async () => {
    const seal = await lastSeal(application);
    if (seal === null) throw new Error('There is no seal.');
    const { anchored: _anchored, ...made } = seal;
    const forged = { ...made, number: 999, signature: Buffer.alloc(64), timestamp: null };
    const kept = await anchor.kept();
    const { findings } = await application.transaction('REPEATABLE READ', (manager) =>
      verifiedBy(manager, [...kept, { kind: 'seal', name: null, seal: forged }]),
    );
    expect(findings).toEqual([{ kind: 'anchorForged', chain: 'seals', place: 999 }]);
  });

  it('keeps in order under concurrent writers, who are sealed and verified meanwhile', async () => {
    const before = await verified();
    const written = new AbortController();
    const writers = Array.from({ length: 16 }, async (_, index) => {
      for (let entries = 0; entries < 25; entries += 1) {
        await testAudit.add(application, await looked(planIds[(index + entries) % 3] ?? ''));
      }
    });
    const watching = (async () => {
      const findings = [];
      while (!written.signal.aborted) {
        await sealAndKeep();
        findings.push(...(await verified()).findings);
        await pause(20);
      }
      return findings;
    })();
    await Promise.all(writers);
    written.abort();
    expect(await watching).toEqual([]);
    await sealAndKeep();
    expect(await verified()).toMatchObject({
      entries: before.entries + 16 * 25,
      unsealed: 0,
      findings: [],
    });
  }, 60_000);

  it('demands the anchors that its seals tell of, until an operator says that they are lost', async () => {
    await sealAndKeep();
    await rm(join(folder, 'outside'), { recursive: true });
    await testAudit.add(application, await looked(planIds[0] ?? ''));
    await sealAudit(application, clock, testAuditKeys, null, anchored);
    const lost = (await verified()).findings;
    expect(lost).toMatchObject([{ kind: 'anchorMissing', about: anchored?.split(':')[0] }]);
    const recovery = await recoverAudit(
      { database: application, clock, audit: testAudit, keys: testAuditKeys, anchor },
      { by: 'Test Testesen', why: 'the disk of the anchors broke', origin: processOrigin('test') },
    );
    expect(recovery?.lost).toEqual([anchored?.split(':')[0]]);
    await sealAndKeep();
    expect(await verified()).toMatchObject({ findings: [], recoveries: [{ by: 'Test Testesen' }] });
  });

  it('lets nobody but its own functions write, and nobody call them but the application', async () => {
    await expect(application.query('UPDATE audit_entries SET allowed = true')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(
      application.transaction(async (manager) => {
        await manager.query(`SELECT set_config('role', 'kiplan_application_reader', true)`);
        await testAudit.add(manager, await looked(null));
      }),
    ).rejects.toMatchObject({ code: '42501' });
  });

  async function looked(planId: string | null): Promise<AuditNote> {
    return {
      at: await clock.now(),
      actor: {
        kind: 'person',
        personId: randomUUID(),
        organisationId: null,
        organisationRoles: ['coordinator'],
        worksIn: [],
      },
      roles: ['coordinator'],
      operation: 'getPlan',
      planId,
      disclosed: { goals: 'coordinator' },
      allowed: true,
      origin: { ...processOrigin('test'), channel: 'api', address: '192.0.2.7' },
    };
  }
});
