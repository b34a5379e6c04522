import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** The test file of EICAR, in two parts so that no scanner finds it here. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

/** Speaks INSTREAM as clamd(8) does, over TCP, and knows one signature. */
export class ClamDaemon {
  #server: Server | null = null;
  #port = 0;

  /** Listens, on the same port as before if it has listened. */
  async start(): Promise<void> {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  get url(): string {
    return `clamd://127.0.0.1:${String(this.#port)}`;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server !== null) await new Promise((resolve) => server.close(resolve));
  }
}

/** Serves one client. */
export function answer(socket: Socket): void {
  const parts: Buffer[] = [];
  socket.on('error', () => undefined);
  socket.on('data', (part: Buffer) => {
    parts.push(part);
    const content = streamed(Buffer.concat(parts));
    if (content === null) return;
    socket.end(content.includes(EICAR) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
  });
}

/** What was streamed, once it has ended. */
function streamed(received: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0');
  if (!received.subarray(0, command.length).equals(command)) return null;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
