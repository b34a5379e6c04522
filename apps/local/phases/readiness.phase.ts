import { setTimeout as pause } from 'node:timers/promises';
import { LocalError } from '../engines/local-error.js';
import { LOOPBACK } from '../engines/ports.js';
import { withProgress } from '../engines/progress.js';
import type { LocalSystem } from '../local-system.js';

const READY_WITHIN_MS = 120_000;
const POLL_MS = 200;

/** Waits until API, portal and worker say that nothing is missing. */
export async function waitUntilReady(system: LocalSystem): Promise<void> {
  const { ports } = system.settings;
  await withProgress(system.say, 'waiting until every part is there', async () => {
    const deadline = performance.now() + READY_WITHIN_MS;
    for (const port of [ports.api, ports.portal, ports.worker]) {
      await untilReady(system, `http://${LOOPBACK}:${port}/health/ready`, deadline);
    }
  });
}

async function untilReady(system: LocalSystem, url: string, deadline: number): Promise<void> {
  for (;;) {
    const answer = await ask(url);
    if (answer.ready) return;
    if (performance.now() > deadline) {
      throw new LocalError(
        `The system did not get ready within ${READY_WITHIN_MS / 1000} s (${answer.text}): look into the logs in ${system.runFolder}.`,
      );
    }
    await pause(POLL_MS);
  }
}

async function ask(url: string): Promise<{ ready: boolean; text: string }> {
  try {
    const response = await fetch(url);
    const text = await response.text();
    // What is told as degraded is missing as well.
    return { ready: text.startsWith('{"status":"ok"'), text };
  } catch {
    return { ready: false, text: `no answer from ${url}` };
  }
}
