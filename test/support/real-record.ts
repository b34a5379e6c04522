import type { DataSource } from 'typeorm';
import type { Vault } from '../../libs/persistence/vault.js';
import type { StepName, WaitState } from '../../libs/contracts/index.js';

/** A plan as the record has it. */
export interface RecordedPlan {
  readonly planId: string;
  readonly seq: number;
  readonly waitState: WaitState;
}

/** Every open plan, or those that are named. */
export async function recordedPlans(
  database: DataSource,
  planIds: readonly string[] | null = null,
): Promise<RecordedPlan[]> {
  return database.query<RecordedPlan[]>(
    `SELECT id AS "planId", seq, wait_state AS "waitState" FROM plans
     WHERE CASE WHEN $1::uuid[] IS NULL THEN ended_at IS NULL ELSE id = ANY($1) END ORDER BY id`,
    [planIds],
  );
}

/** A step as it stands among a plan's events. */
export interface RecordedStep {
  readonly planId: string;
  readonly seq: number;
  readonly step: StepName;
  readonly key: string;
  readonly superseded: readonly string[];
  readonly at: string;
}

/** Every step that was performed, in order. */
export async function performedSteps(database: DataSource, { events }: Vault): Promise<RecordedStep[]> {
  const plans = await database.query<{ id: string }[]>('SELECT id FROM plans ORDER BY id');
  const steps: RecordedStep[] = [];
  for (const { id: planId } of plans) {
    for (const { seq, at, event } of await events.read(database, planId, { types: ['stepPerformed'] })) {
      if (event.type !== 'stepPerformed') continue;
      const { step, key, superseded } = event;
      steps.push({ planId, seq, step, key, superseded, at });
    }
  }
  return steps;
}

/** How much is left to do: wait states that were not told, steps and notices that are due. */
export async function leftToDo(
  database: DataSource,
): Promise<{ untold: number; steps: number; notices: number }> {
  const rows = await database.query<{ untold: number; steps: number; notices: number }[]>(
    `SELECT (SELECT count(*)::int FROM wait_state_outbox WHERE signalled_seq < seq) AS untold,
            (SELECT count(*)::int FROM plans WHERE ended_at IS NULL AND next_at <= now()) AS steps,
            (SELECT count(*)::int FROM notices WHERE status = 'claimed' OR (status = 'queued' AND due_at <= now())) AS notices`,
  );
  return rows[0] ?? { untold: 0, steps: 0, notices: 0 };
}
