/** What random commands leave behind, refused ones among them, is as it was written: the verification finds nothing. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DataSource, QueryFailedError } from 'typeorm';
import { processOrigin } from '../../../libs/audit/audit-entry.types.js';
import { sealAudit } from '../../../libs/audit/sealing.js';
import { checkReadModels } from '../../../libs/audit/verification/check-read-models.js';
import type { Finding } from '../../../libs/audit/verification/finding.types.js';
import { verifyAudit } from '../../../libs/audit/verification/verify-audit.js';
import { Clock, WallClock } from '../../../libs/clock/clock.js';
import type { Actor } from '../../../libs/domain/plan/actor.js';
import { DomainError } from '../../../libs/domain/plan/errors.js';
import type { PlanCommand, PlanState } from '../../../libs/domain/plan/plan.types.js';
import { createDataSource } from '../../../libs/persistence/data-source.js';
import { migrate } from '../../../libs/persistence/migrate.js';
import { UnknownReference } from '../../../libs/record/record.errors.js';
import { type ActorName, actors, organisations } from '../../factories/plan-actors.js';
import { startPlan } from '../../factories/plan-commands.js';
import { registerCitizens } from '../../factories/real-plans.js';
import { choicesFrom } from '../../property/choices.js';
import { POLICIES, randomCommand } from '../../property/random-commands.js';
import { startPostgres, type TestPostgres } from '../../support/servers.js';
import { recordOn, testAuditKeys, testVault } from '../../support/test-vault.js';

const COMMANDS = Number(process.env['COMMANDS'] ?? 600);
const SEED = Number(process.env['HISTORY_SEED'] ?? Date.now() % 1_000_000);
const PER_PLAN = 60;

/** A clock that is moved on. */
class MovedClock extends Clock {
  at = '2027-01-04T09:00:00.000Z';

  override now(): Promise<string> {
    return Promise.resolve(this.at);
  }
}

/** The people and organisations of random lives as rows of a register. */
const ids = new Map<string, string>(
  [
    ...Object.values(organisations),
    ...Object.values(actors).flatMap((actor) => (actor.kind === 'person' ? [actor.personId] : [])),
  ].map((name) => [name, randomUUID()]),
);

function renamed<T>(value: T, names: ReadonlyMap<string, string>): T {
  let text = JSON.stringify(value);
  for (const [from, to] of names) text = text.replaceAll(`"${from}"`, `"${to}"`);
  return JSON.parse(text) as T;
}

describe('an honest history', () => {
  let postgres: TestPostgres;
  let database: DataSource;

  beforeAll(async () => {
    postgres = await startPostgres();
    await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
    database = await createDataSource({
      url: postgres.applicationUrl,
      poolSize: 4,
      keys: testVault.keys,
    }).initialize();
    await register(database);
  }, 60_000);

  afterAll(async () => {
    await database.destroy();
    await postgres.stop();
  });

  it(`of ${COMMANDS} random commands has no finding, seed ${SEED}`, async () => {
    const clock = new MovedClock();
    const record = recordOn(database, clock);
    const plans = Math.ceil(COMMANDS / PER_PLAN);
    const citizens = await registerCitizens(database, testVault, plans);
    let accepted = 0;
    for (const [index, citizen] of citizens.entries()) {
      clock.at = '2027-01-04T09:00:00.000Z';
      const names = new Map([...ids, ['person-citizen', citizen]]);
      const back = new Map([...names].map(([name, id]) => [id, name]));
      const planId = randomUUID();
      const first = choicesFrom(SEED + index * 1_000);
      const start = startPlan({ planId, number: '', policy: first.oneOf(POLICIES) });
      let state = must(await give(record, planId, renamed(start, names), renamed(actors.coordinator, names)));
      for (let move = 1; move < PER_PLAN; move += 1) {
        const choices = choicesFrom(SEED + index * 1_000 + move);
        const asked = randomCommand(renamed(state, back), clock.at, choices);
        const { command, by } = renamed(asked, names) as { command: PlanCommand; by: ActorName };
        const after = await give(record, planId, command, renamed(actors[by], names));
        if (after !== null) {
          accepted += 1;
          state = after;
        }
        const { next } = must(await record.waitStateOf(planId));
        if (choices.chance(40) && next !== null) {
          if (next.at > clock.at) clock.at = next.at;
          const step = { type: 'performStep', step: next.step, key: next.key } as PlanCommand;
          state = (await give(record, planId, step, { kind: 'process' })) ?? state;
        } else {
          clock.at = new Date(Date.parse(clock.at) + choices.below(72) * 3_600_000).toISOString();
        }
      }
      await sealAudit(database, new WallClock(), testAuditKeys);
    }
    expect(accepted).toBeGreaterThan(COMMANDS / 10);
    const { findings, unsealed } = await database.transaction('REPEATABLE READ', (manager) =>
      verifyAudit(manager, { keys: testAuditKeys, cipher: testVault.cipher, anchors: [] }),
    );
    const found: Finding[] = [...findings];
    await checkReadModels(database, testVault, (finding) => found.push(finding));
    expect(found).toEqual([]);
    expect(unsealed).toBe(0);
  }, 3_600_000);

  /** Null for a command that is refused. */
  async function give(
    record: ReturnType<typeof recordOn>,
    planId: string,
    command: PlanCommand,
    actor: Actor,
  ): Promise<PlanState | null> {
    try {
      const context = { actor, commandId: randomUUID(), expectedSeq: null, origin: processOrigin('test') };
      return (await record.execute(planId, command, context)).state;
    } catch (error) {
      if (error instanceof DomainError || error instanceof UnknownReference || isNoId(error)) return null;
      throw error;
    }
  }
});

function must<T>(value: T | null): T {
  if (value === null) throw new Error('The plan was not begun.');
  return value;
}

/** What the API's schemas would have refused before: an id that is none. */
function isNoId(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '22P02';
}

async function register(database: DataSource): Promise<void> {
  for (const name of Object.values(organisations)) {
    await database.query(`INSERT INTO organisations (id, kind, name) VALUES ($1, 'department', $2)`, [
      ids.get(name),
      name,
    ]);
  }
  for (const actor of Object.values(actors)) {
    if (actor.kind !== 'person' || actor.personId === 'person-citizen') continue;
    await database.query(
      `INSERT INTO people (id, given_name, family_name, language, channel, organisation_id, organisation_roles, protected_identity, created_at)
       VALUES ($1, 'Test', 'Testesen', 'da', 'mail', $2, $3, false, now())`,
      [ids.get(actor.personId), ids.get(actor.organisationId ?? '') ?? null, actor.organisationRoles],
    );
  }
}
