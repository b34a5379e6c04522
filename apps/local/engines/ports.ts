import { createServer } from 'node:net';
import { LocalError } from './local-error.js';

/** Everything listens here and nowhere else. */
export const LOOPBACK = '127.0.0.1';

/** A port that a part of the system wants, and the variable that moves it. */
export interface WantedPort {
  /** What will listen there ("the API"). */
  what: string;
  port: number;
  /** Environment variable that gives it another port. */
  variable: string;
}

async function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => {
        resolve(taken);
      });
    });
  });
}

/** @returns Whether nothing listens on that loopback port. */
export async function isPortFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port);
    return true;
  } catch {
    return false;
  }
}

/**
 * Checks that a port can be had.
 *
 * @throws LocalError naming the port, who wanted it and the variable that moves it.
 */
export async function requireFreePort(wanted: WantedPort): Promise<void> {
  try {
    await listenOnce(wanted.port);
  } catch (error) {
    const forbidden = (error as NodeJS.ErrnoException).code === 'EACCES';
    const problem = forbidden ? 'may not be opened by this user' : 'is already in use';
    throw new LocalError(
      `Port ${wanted.port}, meant for ${wanted.what}, ${problem}: ` +
        `${forbidden ? '' : 'stop what listens there, or '}choose another with ${wanted.variable}=<port>.`,
    );
  }
}

/** @returns A loopback port that is free now. */
export async function freePort(): Promise<number> {
  return listenOnce(0);
}
