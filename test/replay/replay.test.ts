/**
 * Workflow code replays the histories of every released version, so plans that have been open for years go on. The
 * sweeper is left out: each of its runs is over within minutes.
 */
import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import { DeterminismViolationError } from '@temporalio/workflow';
import { type ReplayResult, Worker } from '@temporalio/worker';
import { encryptingDataConverter } from '../../libs/temporal/data-converter.js';
import { workflowBundle } from '../../libs/temporal/workflow-bundle.js';
import { decoded, eventsOf, type History, payloadsOf } from '../support/decoded-history.js';
import { type StoredHistory, storedHistories } from './stored-histories.js';

jest.setTimeout(2 * 60_000);

const keys = [{ id: 'stage', secret: createHash('sha256').update('stage').digest() }];
const stored = storedHistories();

it('there are histories of plans and of dispatchers', () => {
  const types = stored.map(({ history }) => startOf(history)?.workflowType?.name);
  expect(types.filter((type) => type === 'plan').length).toBeGreaterThanOrEqual(5);
  expect(types).toContain('notices');
});

it('there is a plan that went on in a new run, before and after', () => {
  const ends = stored.filter(
    ({ history }) => eventsOf(history, 'WORKFLOW_EXECUTION_CONTINUED_AS_NEW').length === 1,
  );
  const begins = stored.filter(({ history }) => (startOf(history)?.continuedExecutionRunId ?? '') !== '');
  expect([ends.length, begins.length]).toEqual([1, 1]);
});

it('every recorded history is replayed by the code as it stands', async () => {
  const results = await replay(stored);
  expect(results.map(({ workflowId, error }) => [workflowId, error])).toEqual(
    stored.map(({ name }) => [name, undefined]),
  );
});

it('a history in which another step was performed is not', async () => {
  const [recorded] = storedHistories().filter(({ name }) => name.endsWith('reminded-and-ended'));
  if (recorded === undefined) throw new Error('There is no such history.');
  const [step] = eventsOf(recorded.history, 'ACTIVITY_TASK_SCHEDULED');
  const type = step?.activityTaskScheduledEventAttributes?.activityType;
  if (type === null || type === undefined) throw new Error('There is no step in it.');
  type.name = 'openFollowUp';
  const [result] = await replay([recorded]);
  expect(result?.error).toBeInstanceOf(DeterminismViolationError);
});

it('the histories tell nothing of the machine that recorded them', async () => {
  for (const { name, history } of stored) {
    const text = JSON.stringify(history, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    expect([name, /"identity":"(?!recorder)/.test(text)]).toEqual([name, false]);
    for (const { path, encoding, payload } of payloadsOf(history)) {
      if (path.includes('searchAttributes')) continue;
      expect(encoding).toBe('binary/encrypted');
      expect(await decoded(keys, payload)).not.toMatch(/\.(ts|js|cjs):\d+/);
    }
  }
});

type Event = NonNullable<History['events']>[number];

function startOf(history: History): Event['workflowExecutionStartedEventAttributes'] {
  return history.events?.[0]?.workflowExecutionStartedEventAttributes;
}

async function replay(histories: readonly StoredHistory[]): Promise<ReplayResult[]> {
  const dataConverter = encryptingDataConverter(keys);
  const options = { workflowBundle: await workflowBundle(dataConverter), dataConverter };
  const results: ReplayResult[] = [];
  const replayed = histories.map(({ name, history }) => ({ workflowId: name, history }));
  for await (const result of Worker.runReplayHistories(options, replayed)) results.push(result);
  return results;
}
