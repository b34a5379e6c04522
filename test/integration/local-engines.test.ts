import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { createTransport } from 'nodemailer';
import { Client } from 'pg';
import { startTimeSkippingServer } from '../../apps/local/engines/time-skipping.engine.js';
import {
  startDevServer,
  startMailbox,
  startPostgres,
  type Mailbox,
  type TestDevServer,
  type TestPostgres,
} from '../support/servers.js';

describe('embedded PostgreSQL', () => {
  let postgres: TestPostgres;

  const rows = async (url: string, sql: string): Promise<unknown[]> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);

  afterAll(() => postgres.stop());

  it('lets the owner make tables and the application do nothing that was not granted', async () => {
    await rows(postgres.url, 'CREATE TABLE note (text text)');
    await expect(rows(postgres.applicationUrl, 'SELECT * FROM note')).rejects.toMatchObject({
      code: '42501',
    });
    await rows(postgres.url, 'GRANT SELECT ON note TO kiplan_application');
    expect(await rows(postgres.applicationUrl, 'SELECT * FROM note')).toEqual([]);
  });

  it.each(['kill', 'halt'] as const)('has its data again after %s and restart', async (end) => {
    await rows(postgres.url, `INSERT INTO note VALUES ('${end}')`);
    await postgres[end]();
    await expect(rows(postgres.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await postgres.restart();
    expect(await rows(postgres.url, 'SELECT text FROM note')).toContainEqual({ text: end });
  });
});

describe('Temporal development server', () => {
  let temporal: TestDevServer;

  const retentionDays = async (): Promise<number> => {
    const connection = await Connection.connect({ address: temporal.address });
    try {
      const { config } = await connection.workflowService.describeNamespace({
        namespace: temporal.namespace,
      });
      return Number(config?.workflowExecutionRetentionTtl?.seconds) / 86_400;
    } finally {
      await connection.close();
    }
  };

  beforeAll(async () => {
    temporal = await startDevServer();
  }, 60_000);

  afterAll(() => temporal.stop());

  it('has the namespace, and again after it was killed', async () => {
    expect(await retentionDays()).toBe(1);
    await temporal.kill();
    await temporal.restart();
    expect(await retentionDays()).toBe(1);
  }, 30_000);
});

describe('time-skipping server', () => {
  it('lets a year pass in no time', async () => {
    const environment = await startTimeSkippingServer();
    const before = await environment.currentTimeMs();
    await environment.sleep('365 days');
    expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(365 * 86_400_000);
    await environment.teardown();
  }, 60_000);
});

describe('mailbox', () => {
  let mailbox: Mailbox;

  beforeAll(async () => {
    mailbox = await startMailbox({
      answer: (address) =>
        address.startsWith('unknown') ? 'refuse' : address.startsWith('busy') ? 'fail-transiently' : 'accept',
    });
  });

  afterAll(() => mailbox.stop());

  const send = (to: string): Promise<unknown> =>
    createTransport(mailbox.url).sendMail({
      from: 'kiplan@example.dk',
      to,
      subject: 'Møde på onsdag',
      text: 'Hej',
    });

  it('keeps what it accepts and refuses what it is told to', async () => {
    await send('somebody@example.dk');
    await expect(send('unknown@example.dk')).rejects.toMatchObject({ responseCode: 550 });
    await expect(send('busy@example.dk')).rejects.toMatchObject({ responseCode: 451 });
    const [mail] = await mailbox.waitForMails(1);
    expect(mail).toMatchObject({
      envelope: { from: 'kiplan@example.dk', to: ['somebody@example.dk'] },
      parsed: { subject: 'Møde på onsdag' },
    });
    expect(mailbox.attempts).toEqual(['somebody@example.dk', 'unknown@example.dk', 'busy@example.dk']);
  });
});
