import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type {
  BeforeApplicationShutdown,
  OnApplicationBootstrap,
  OnApplicationShutdown,
} from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';

/** How often connections that have become idle are ended, in milliseconds. */
const LOOK_EVERY = 50;
/** How long requests that are under way may take when the process is to end, in milliseconds; what is left then is cut. */
const LONGEST_DRAINING = 15_000;

/**
 * Ends a server's connections in order. Closing a server only ends those that are idle at that moment: one that is busy
 * could be used on for as long as its client likes. From here on each answer is the last of its connection
 * (`Connection: close`, RFC 9112, 9.6), what becomes idle is ended, and after a while everything.
 */
export class Draining implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  readonly #underWay = new Set<ServerResponse>();
  readonly #connections = new Set<Socket>();
  readonly #timers: NodeJS.Timeout[] = [];
  #draining = false;

  constructor(
    private readonly adapters: Pick<HttpAdapterHost, 'httpAdapter'>,
    private readonly longest = LONGEST_DRAINING,
  ) {}

  onApplicationBootstrap(): void {
    const server = this.#server();
    server.on('connection', (socket) => {
      this.#connections.add(socket);
      socket.once('close', () => this.#connections.delete(socket));
    });
    server.prependListener('request', (_request, response) => {
      if (this.#draining) isTheLast(response);
      this.#underWay.add(response);
      response.once('close', () => this.#underWay.delete(response));
    });
  }

  /** The server stops listening right after this. */
  beforeApplicationShutdown(): void {
    const server = this.#server();
    this.#draining = true;
    for (const response of this.#underWay) isTheLast(response);
    // Opened ahead by a browser or a proxy, and never used: no connection that a server calls idle.
    for (const socket of this.#connections) if (socket.bytesRead === 0) socket.destroy();
    this.#timers.push(
      setInterval(() => {
        server.closeIdleConnections();
      }, LOOK_EVERY),
      setTimeout(() => {
        server.closeAllConnections();
      }, this.longest),
    );
  }

  onApplicationShutdown(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #server(): Server {
    return this.adapters.httpAdapter.getHttpServer() as Server;
  }
}

function isTheLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
