import { connect, type Socket } from 'node:net';
import { UploadScanner } from './upload-scanner.js';

const USUAL_PORT = 3310;
/** In milliseconds; a scanner that is silent for so long has failed. */
const SILENCE = 30_000;
const MOST_CHUNK = 64 * 1024;
const FOUND = /^stream: (.+) FOUND\0?\n?$/;
const CLEAN = /^stream: OK\0?\n?$/;

/** Asks a ClamAV daemon over TCP by its command INSTREAM (clamd(8)); nothing is written to a disk for it. */
export class ClamScanner extends UploadScanner {
  readonly #host: string;
  readonly #port: number;

  /** @param address `clamd://host:port`; the port is 3310 if it is left out. */
  constructor(address: string) {
    super();
    const { hostname, port } = new URL(address);
    this.#host = hostname.replace(/^\[|\]$/g, '');
    this.#port = port === '' ? USUAL_PORT : Number(port);
  }

  override async scan(content: Buffer): Promise<string | null> {
    const answer = await this.ask(content);
    const found = FOUND.exec(answer)?.[1];
    if (found !== undefined) return found;
    if (CLEAN.test(answer)) return null;
    throw new Error('The scanner could not look through the content.');
  }

  private ask(content: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.#port, this.#host);
      const parts: Buffer[] = [];
      socket.setTimeout(SILENCE, () => socket.destroy(new Error('The scanner is silent.')));
      socket.on('error', reject);
      socket.on('data', (part: Buffer) => parts.push(part));
      socket.on('end', () => {
        resolve(Buffer.concat(parts).toString('utf8'));
      });
      socket.on('close', () => {
        reject(new Error('The scanner hung up.'));
      });
      socket.once('connect', () => {
        stream(socket, content);
      });
    });
  }
}

/** Chunks with their lengths before them; an empty one ends the stream. */
function stream(socket: Socket, content: Buffer): void {
  socket.write('zINSTREAM\0');
  for (let from = 0; from < content.length; from += MOST_CHUNK) {
    const chunk = content.subarray(from, from + MOST_CHUNK);
    socket.write(lengthOf(chunk.length));
    socket.write(chunk);
  }
  socket.write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
