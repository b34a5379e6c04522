/** How the processes end when they are asked to, whatever their clients do at that moment. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LOOPBACK } from '../../apps/local/engines/ports.js';
import { endOfLog, type ServerProcess } from '../../apps/local/engines/server-process.js';
import { readEnvironment } from '../../libs/config/environment.js';
import { fieldKeysOf } from '../../libs/config/field-keys.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { Vault } from '../../libs/persistence/vault.js';
import { processVariables, startOwnProcess } from '../support/own-process.js';
import { until } from '../support/real-system.js';
import { startPostgres, type TestPostgres } from '../support/servers.js';
import { makeTestFolder, removeTestFolder } from '../support/test-folders.js';

jest.setTimeout(120_000);

/** The longest time that requests under way are given, and a little. */
const CUT_WITHIN = 18_000;

let postgres: TestPostgres;
let folder: string;
let variables: NodeJS.ProcessEnv;
/** Takes connections and never says a word. */
let silent: Server;
const started: ServerProcess[] = [];

beforeAll(async () => {
  folder = await makeTestFolder();
  postgres = await startPostgres();
  variables = await processVariables(postgres.applicationUrl, folder);
  const role = new URL(postgres.applicationUrl);
  const vault = new Vault(fieldKeysOf(readEnvironment(variables)));
  await migrate(postgres.url, { name: role.username, password: role.password }, vault.cipher);
  silent = createServer();
  await once(silent.listen(0, LOOPBACK), 'listening');
});
afterAll(async () => {
  for (const server of started) await server.kill();
  silent.close();
  await postgres.stop();
  await removeTestFolder(folder);
});

async function start(program: string, over: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
  const server = await startOwnProcess(program, folder, { ...variables, ...over });
  started.push(server);
  return server;
}

/** A client that keeps its connection and hears everything that comes. */
class Client {
  heard = '';
  closed = false;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (part: Buffer) => (this.heard += part.toString('utf8')));
    socket.on('error', () => undefined);
    socket.on('close', () => (this.closed = true));
  }

  static async at(port: number): Promise<Client> {
    const socket = connect(port, LOOPBACK);
    await once(socket, 'connect');
    return new Client(socket);
  }

  say(text: string): void {
    this.socket.write(text);
  }
}

describe.each([
  ['api', 'API_PORT', '/api/v1/plans', 'application/json', ['{"first": ', '1, "b": 2}']],
  ['portal', 'PORTAL_PORT', '/sign-out', 'application/x-www-form-urlencoded', ['first=half', '&second=12']],
] as const)('SIGTERM to the %s', (program, variable, path, type, [first, rest]) => {
  let server: ServerProcess;
  let port: number;

  async function begin(): Promise<void> {
    port = Number(variables[variable]);
    server = await start(program);
    await until(`${program} listens`, async () => (await fetch(`http://${LOOPBACK}:${port}/health/live`)).ok);
  }

  const half = (): string =>
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: 20\r\n\r\n${first}`;
  const get = 'GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n';

  it('ends it although a connection that was busy is used on', async () => {
    await begin();
    const [busy, idle, unused] = await Promise.all([Client.at(port), Client.at(port), Client.at(port)]);
    idle.say(get);
    await until('the idle one has its answer', () => Promise.resolve(idle.heard.includes('200 OK')));
    busy.say(half());
    await pause(300);
    process.kill(server.pid, 'SIGTERM');
    await until('the idle ones are ended', () => Promise.resolve(idle.closed && unused.closed), 2_000);
    expect(busy.closed).toBe(false);
    busy.say(rest);
    await until('the busy one has its answer', () => Promise.resolve(busy.heard.includes('HTTP/1.1 4')));
    expect(busy.heard.toLowerCase()).toContain('\r\nconnection: close\r\n');
    const since = performance.now();
    while (!server.hasEnded() && performance.now() - since < 10_000) {
      if (!busy.closed) busy.say(get);
      await pause(200);
    }
    expect(await server.ended).toBe('ended with code 0');
    expect(performance.now() - since).toBeLessThan(3_000);
    expect(busy.heard.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });

  it('cuts what is not finished after a while', async () => {
    await begin();
    const never = await Client.at(port);
    never.say(half());
    await pause(300);
    const since = performance.now();
    process.kill(server.pid, 'SIGTERM');
    expect(await server.ended).toBe('ended with code 0');
    expect(performance.now() - since).toBeLessThan(CUT_WITHIN);
    expect(never.closed).toBe(true);
  });

  it('ends it at once when it is asked again', async () => {
    await begin();
    const never = await Client.at(port);
    never.say(half());
    await pause(300);
    process.kill(server.pid, 'SIGTERM');
    await pause(200);
    // What passes on one request to end twice does not count as a second one.
    process.kill(server.pid, 'SIGTERM');
    await pause(1_500);
    expect(server.hasEnded()).toBe(false);
    process.kill(server.pid, 'SIGTERM');
    expect(await server.ended).toBe('ended with code 1');
    expect(endOfLog(server.logFile)).toContain('asked to end again');
  });
});

describe('SIGTERM during the start', () => {
  it.each([
    ['api', 'DATABASE_URL'],
    ['portal', 'DATABASE_URL'],
    ['worker', 'DATABASE_URL'],
    ['worker', 'TEMPORAL_ADDRESS'],
  ])('ends the %s whose %s does not answer', async (program, variable) => {
    const { port } = silent.address() as { port: number };
    const answersNothing = {
      DATABASE_URL: `postgres://somebody:something@${LOOPBACK}:${port}/kiplan`,
      TEMPORAL_ADDRESS: `${LOOPBACK}:${port}`,
    };
    const asked = once(silent, 'connection');
    const server = await start(program, {
      [variable]: answersNothing[variable as keyof typeof answersNothing],
    });
    await asked;
    await pause(300);
    expect(server.hasEnded()).toBe(false);
    const since = performance.now();
    process.kill(server.pid, 'SIGTERM');
    expect(await server.ended).toBe('ended with code 0');
    expect(performance.now() - since).toBeLessThan(3_000);
  });
});
