import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLineOf, isAlive } from './process-table.js';
import { endOfLog, startServerProcess, stopLeftovers, type ServerProcess } from './server-process.js';

const WAITING = 'console.log("up"); setInterval(() => {}, 1000)';

describe('server process', () => {
  let runFolder: string;
  const started: ServerProcess[] = [];

  const start = async (name: string, script: string): Promise<ServerProcess> => {
    const commandArguments = ['-e', script];
    const server = await startServerProcess({ name, command: process.execPath, commandArguments, runFolder });
    started.push(server);
    return server;
  };

  beforeEach(async () => {
    runFolder = await mkdtemp(join(tmpdir(), 'kiplan-run-'));
  });

  afterEach(async () => {
    for (const server of started.splice(0)) await server.kill();
    await rm(runFolder, { recursive: true });
  });

  it('runs until it is stopped and forgets its process id then', async () => {
    const server = await start('waiting', WAITING);
    expect(isAlive(server.pid)).toBe(true);
    expect(existsSync(join(runFolder, 'waiting.pid'))).toBe(true);
    await server.stop();
    expect(server.hasEnded()).toBe(true);
    expect(commandLineOf(server.pid)).toBe('');
    expect(existsSync(join(runFolder, 'waiting.pid'))).toBe(false);
  });

  it('says how a server ended by itself and keeps its log', async () => {
    const server = await start('failing', 'console.error("no disk"); process.exit(3)');
    expect(await server.ended).toBe('ended with code 3');
    expect(endOfLog(server.logFile)).toBe('no disk');
  });

  it('says by one sentence that a program is missing', async () => {
    const missing = startServerProcess({
      name: 'nothing',
      command: '/nowhere',
      commandArguments: [],
      runFolder,
    });
    await expect(missing).rejects.toThrow('nothing could not be started');
  });

  it('stops what an earlier start left running', async () => {
    const server = await start('left', WAITING);
    expect(await stopLeftovers(runFolder)).toEqual(['left']);
    await server.ended;
    expect(await stopLeftovers(runFolder)).toEqual([]);
  });

  it('leaves a process alone that only has the same id', async () => {
    await writeFile(
      join(runFolder, 'other.pid'),
      `${process.pid}\n/usr/lib/postgresql/bin/postgres -D /data\n`,
    );
    expect(await stopLeftovers(runFolder)).toEqual([]);
    expect(existsSync(join(runFolder, 'other.pid'))).toBe(false);
  });

  it('does not fail on a folder that is not there', async () => {
    expect(await stopLeftovers(join(runFolder, 'missing'))).toEqual([]);
  });
});
