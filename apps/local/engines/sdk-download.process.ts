/**
 * A process of its own in which the Temporal SDK downloads one of its servers: the SDK can't be told to give up,
 * a process can. Called with the kind of server and the folder to download into.
 */
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [kind, downloadDir] = process.argv.slice(2);
const executable = { type: 'cached-download', downloadDir, ttl: '365d' } as const;
const environment =
  kind === 'dev-server'
    ? await TestWorkflowEnvironment.createLocal({ server: { executable } })
    : await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
await environment.teardown();
