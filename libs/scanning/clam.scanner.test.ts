import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { answer as daemon, EICAR } from '../../test/support/clam-daemon.js';
import { ClamScanner } from './clam.scanner.js';

let server: Server;

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

describe('a scan by a ClamAV daemon', () => {
  it('finds nothing in what is harmless, of any size', async () => {
    const scanner = await scannerBefore(daemon);
    for (const size of [0, 1, 64 * 1024, 5_000_000])
      expect(await scanner.scan(Buffer.alloc(size, 7))).toBeNull();
  });

  it('names what it finds, wherever it is', async () => {
    const scanner = await scannerBefore(daemon);
    expect(await scanner.scan(EICAR)).toBe('Eicar-Signature');
    expect(await scanner.scan(Buffer.concat([Buffer.alloc(300_000, 7), EICAR]))).toBe('Eicar-Signature');
  });

  it.each<[string, (socket: Socket) => void]>([
    ['too much for it', (socket) => socket.end('INSTREAM size limit exceeded. ERROR\0')],
    ['an answer that is none', (socket) => socket.end('stream: OK but not quite')],
    ['no answer', (socket) => socket.end()],
    ['a broken connection', (socket) => socket.resetAndDestroy()],
  ])('fails rather than let something through: %s', async (_, answer) => {
    const scanner = await scannerBefore((socket) => {
      socket.once('data', () => {
        answer(socket);
      });
    });
    await expect(scanner.scan(EICAR)).rejects.toThrow(/./);
  });

  it('fails if there is no daemon', async () => {
    const scanner = await scannerBefore(daemon);
    await new Promise((resolve) => server.close(resolve));
    await expect(scanner.scan(EICAR)).rejects.toThrow(/ECONNREFUSED/);
  });
});

async function scannerBefore(serve: (socket: Socket) => void): Promise<ClamScanner> {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new ClamScanner(`clamd://127.0.0.1:${(server.address() as AddressInfo).port}`);
}
