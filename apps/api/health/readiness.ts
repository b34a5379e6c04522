import protobuf from '@temporalio/proto';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { createTransport } from 'nodemailer';
import { checkSealing } from '../../../libs/audit/sealing-watch.js';
import { smtpServerAddress } from '../../../libs/mail/index.js';
import type { MailServer } from '../../../libs/process/mail-server.js';
import { PLANS_TASK_QUEUE } from '../../../libs/contracts/task-queues.js';

/** Longest wait for one answer, in milliseconds. */
const PATIENCE = 3_000;

/** One thing that the system needs. It resolves if it is there, and rejects if not. */
export interface Readiness {
  readonly name: string;
  readonly check: () => Promise<unknown>;
}

/** What the system needs to be ready: database, an audit that is sealed, Temporal, mail, and a worker that polls. */
export function readinessOf(database: DataSource, client: Client, mail: MailServer): readonly Readiness[] {
  const { namespace } = client.options;
  const { workflowService } = client.connection;
  return [
    { name: 'database', check: () => database.query('SELECT 1') },
    { name: 'audit', check: () => checkSealing(database) },
    { name: 'temporal', check: () => workflowService.describeNamespace({ namespace }) },
    { name: 'mail', check: () => verifyMail(mail) },
    {
      name: 'worker',
      check: async () => {
        const { pollers } = await workflowService.describeTaskQueue({
          namespace,
          taskQueue: { name: PLANS_TASK_QUEUE },
          taskQueueType: protobuf.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
        });
        if (pollers.length === 0) throw new Error('no worker polls');
      },
    },
  ].map(({ name, check }) => ({ name, check: () => within(PATIENCE, check) }));
}

async function verifyMail({ smtpUrl, requireTls, tls }: MailServer): Promise<void> {
  const transport = createTransport({
    ...smtpServerAddress(smtpUrl),
    requireTLS: requireTls,
    tls: tls ?? {},
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
  });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

async function within(milliseconds: number, check: () => Promise<unknown>): Promise<unknown> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error('no answer in time'));
  }, milliseconds);
  try {
    return await Promise.race([check(), promise]);
  } finally {
    clearTimeout(timer);
  }
}
