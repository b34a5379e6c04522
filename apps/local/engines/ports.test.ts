import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { freePort, isPortFree, LOOPBACK, requireFreePort } from './ports.js';

async function whileListening(port: number, work: () => Promise<void>): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, LOOPBACK, resolve));
  try {
    await work();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('ports', () => {
  it('finds one that is free', async () => {
    const port = await freePort();
    expect(port).toBeGreaterThan(1023);
    expect(await isPortFree(port)).toBe(true);
  });

  it('says in one sentence which port is taken, who wanted it and which variable moves it', async () => {
    const port = await freePort();
    await whileListening(port, async () => {
      expect(await isPortFree(port)).toBe(false);
      await expect(requireFreePort({ what: 'the API', port, variable: 'API_PORT' })).rejects.toThrow(
        `Port ${port}, meant for the API, is already in use: ` +
          'stop what listens there, or choose another with API_PORT=<port>.',
      );
    });
  });

  it('is content when nothing listens', async () => {
    const port = await freePort();
    await expect(requireFreePort({ what: 'the API', port, variable: 'API_PORT' })).resolves.toBeUndefined();
  });
});
