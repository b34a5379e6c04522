/**
 * Three lives in which everything that people write holds a word that stands nowhere else. Then that word, and what is
 * known of the people themselves, is looked for wherever it has no business: in Temporal, in logs, in addresses, in mails
 * and calendar entries, in PostgreSQL's files.
 */
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, isGrpcServiceError } from '@temporalio/client';
import protobuf from '@temporalio/proto';
import { Runtime } from '@temporalio/worker';
import { Client as PostgresClient } from 'pg';
import { CAST_PEOPLE } from '../../apps/local/demonstration/cast.js';
import { noticesWorkflowId, planWorkflowId } from '../../libs/contracts/index.js';
import { processLog } from '../../libs/process/process-log.js';
import { NOTICE_SHARDS } from '../../libs/record/notice-outbox.js';
import { runtimeLogger } from '../../libs/temporal/runtime-logger.js';
import type { Life } from '../scenarios/life.js';
import { play } from '../scenarios/player.js';
import { threeLives } from '../scenarios/three-lives.js';
import { filesThatHold } from '../support/data-files.js';
import { decoded, type History, payloadsOf } from '../support/decoded-history.js';
import { calendarEntry } from '../support/life-mails.js';
import type { ReceivedMail } from '../support/mailbox.js';
import { CANARY, MarkedWorld, PLACE_CANARY } from '../support/marked-world.js';
import { PERSONAL_WORDS, personalWordsOf } from '../support/personal-words.js';
import { startVirtualSystem, type VirtualSystem } from '../support/virtual-system.js';
import { wordsIn } from '../support/words-found.js';

const { History: HistoryMessage } = protobuf.temporal.api.history.v1;
/** The status of gRPC for what is not there. */
const NOT_FOUND = 5;
/** Some of the fields that people write into. */
const TEXTS = [
  'content',
  'title',
  'text',
  'minutes',
  'note',
  'place',
  'reason',
  'items[]',
  'withoutCitizenReason',
];
const SECRETS = [CANARY, PLACE_CANARY, ...PERSONAL_WORDS];

describe('what people wrote, and who they are', () => {
  let system: VirtualSystem;
  let world: MarkedWorld;
  let lives: readonly Life[];
  let log = '';

  beforeAll(async () => {
    const logTo = new Writable({
      write(chunk: Buffer, _, done): void {
        log += chunk.toString('utf8');
        done();
      },
    });
    Runtime.install({
      logger: runtimeLogger(processLog('runtime', 'trace', logTo)),
      telemetryOptions: { logging: { forward: {}, filter: 'INFO' } },
    });
    system = await startVirtualSystem({
      logTo,
      world: (settings) => {
        world = new MarkedWorld(settings);
        return world;
      },
    });
    const { sixMeetings, withdrawn, nobody, until } = threeLives(await system.clock.now());
    lives = [sixMeetings, withdrawn, nobody];
    const uploads: number[] = [];
    await play(lives, world, system, until, async ({ act, life }) => {
      if (life !== sixMeetings || act.who !== 'ravn' || uploads.length > 0) return;
      uploads.push(await world.upload('ravn', life.planId, 'citizen'));
    });
    expect(uploads).toEqual([201]);
    await lookAround();
  }, 600_000);

  afterAll(() => system.stop());

  /** Everybody looks at everything, and asks for what cannot be. */
  async function lookAround(): Promise<void> {
    for (const life of lives) {
      const plan = `plans/${life.planId}`;
      for (const name of [life.citizen, ...life.people]) {
        for (const path of ['', '/timeline', '/documents', '/consents', '/access-log']) {
          await world.send(name, 'GET', `${plan}${path}`);
        }
        await world.send(name, 'GET', 'me/data');
        await world.send(name, 'POST', `${plan}/meetings`, `{"place": "${CANARY}`);
        await world.send(name, 'POST', `${plan}/end`, JSON.stringify({ [CANARY]: CANARY, note: CANARY }));
        await world.send(name, 'PUT', `${plan}/sections/${CANARY}`, JSON.stringify({ content: CANARY }));
      }
      for (const { cpr } of CAST_PEOPLE) {
        if (cpr === null) continue;
        await world.send('ravn', 'POST', 'citizens', JSON.stringify({ cpr: `${cpr}0`, givenName: CANARY }));
      }
    }
  }

  it('are there: who may read a plan finds them in it, in every kind of text', async () => {
    const [life] = lives;
    const whole = await world.as('lærke', 'reads')('GET', `plans/${life?.planId ?? ''}/sections/survey`);
    expect(JSON.stringify(whole)).toContain(CANARY);
    const fields = [...world.marked].map((field) => field.slice(field.lastIndexOf(' ') + 1));
    expect(fields).toEqual(expect.arrayContaining(TEXTS));
    expect(PERSONAL_WORDS.length).toBeGreaterThan(60);
  });

  it('stand in no history of a workflow, neither as it is kept nor decoded, nor in what can be searched for', async () => {
    const found: Record<string, readonly string[]> = {};
    const workflows = await everyRun(system.client, lives);
    expect(workflows.length).toBeGreaterThan(lives.length);
    let payloads = 0;
    for (const { workflowId, history } of workflows) {
      const texts = [Buffer.from(HistoryMessage.encode(history).finish()).toString('utf8')];
      for (const { encoding, payload } of payloadsOf(history)) {
        payloads += 1;
        const plain = encoding === 'binary/encrypted';
        texts.push(
          plain
            ? await decoded(system.environment.PAYLOAD_KEYS, payload)
            : Buffer.from(payload.data ?? []).toString('utf8'),
        );
      }
      const words = wordsIn(texts.join('\n'), SECRETS);
      if (words.length > 0) found[workflowId] = words;
    }
    expect(payloads).toBeGreaterThan(100);
    expect(found).toEqual({});
  });

  it('stand in no line of any log, however much is logged', () => {
    for (const { planId } of lives) expect(log).toContain(planId);
    expect(log).toContain('"level":20');
    expect(wordsIn(log, SECRETS)).toEqual([]);
  });

  it('stand in no address that was asked', () => {
    expect(world.addresses.size).toBeGreaterThan(100);
    expect(wordsIn([...world.addresses].join('\n'), SECRETS)).toEqual([]);
  });

  it('stand in no mail and no calendar entry, but for who gets it and for where a meeting is', () => {
    const { mails } = system.mailbox;
    expect(mails.length).toBeGreaterThan(100);
    const found = mails.flatMap((mail) => {
      const due = [...own(mail), ...(calendarEntry(mail) === null ? [] : [PLACE_CANARY])];
      const words = wordsIn(textOf(mail), SECRETS).filter((word) => !due.includes(word));
      return words.length === 0 ? [] : [{ subject: mail.parsed.subject, words }];
    });
    expect(found).toEqual([]);
    expect(mails.some((mail) => calendarEntry(mail)?.includes(PLACE_CANARY))).toBe(true);
  });

  it('stand in no file of the database, and neither do contact details or numbers of anybody', async () => {
    const superuser = new PostgresClient({ connectionString: system.postgres.superuserUrl });
    await superuser.connect();
    await superuser.query('CHECKPOINT');
    await superuser.end();
    const folder = system.postgres.dataFolder;
    expect(await filesThatHold(folder, SECRETS)).toEqual({});
    // What the search would find.
    expect(Object.keys(await filesThatHold(folder, ['Testkøbing Bostøtte']))).toHaveLength(1);
  });
});

/** Every run of every workflow of these lives. */
async function everyRun(
  client: Client,
  lives: readonly Life[],
): Promise<{ workflowId: string; history: History }[]> {
  const ids = [
    ...lives.map(({ planId }) => planWorkflowId(planId)),
    ...Array.from({ length: NOTICE_SHARDS }, (_, shard) => noticesWorkflowId(shard)),
  ];
  const runs: { workflowId: string; history: History }[] = [];
  for (const workflowId of ids) {
    for (let runId: string | undefined; ;) {
      const history: History | null = await historyOf(client, workflowId, runId);
      if (history === null) break;
      runs.push({ workflowId, history });
      const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
      runId = started?.continuedExecutionRunId ?? undefined;
      if (runId === undefined || runId === '') break;
    }
  }
  return runs;
}

/** The history of a run; null for a workflow that was never started, such as the dispatcher of a shard without a plan. */
async function historyOf(
  client: Client,
  workflowId: string,
  runId: string | undefined,
): Promise<History | null> {
  try {
    return await client.workflow.getHandle(workflowId, runId).fetchHistory();
  } catch (error) {
    if (isGrpcServiceError(error) && (error.code as number) === NOT_FOUND) return null;
    throw error;
  }
}

/** A mail as it came over the wire, and everything in it as it is read. */
function textOf({ raw, parsed, envelope }: ReceivedMail): string {
  return [
    raw,
    JSON.stringify(envelope),
    parsed.subject,
    parsed.text,
    parsed.html,
    ...parsed.headerLines.map(({ line }) => line),
    ...parsed.attachments.map(({ filename, content }) => `${filename ?? ''} ${unfolded(content)}`),
  ].join('\n');
}

/** A calendar entry without the line breaks that its form asks for (RFC 5545, 3.1). */
function unfolded(content: Buffer): string {
  return content.toString('utf8').replaceAll(/\r?\n[ \t]/g, '');
}

function own({ envelope }: ReceivedMail): string[] {
  return CAST_PEOPLE.filter(({ email }) => email !== null && envelope.to.includes(email)).flatMap(
    personalWordsOf,
  );
}
