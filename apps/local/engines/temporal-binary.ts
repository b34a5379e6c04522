import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findEngine, missingTool, type EngineProgram } from './engine-search.js';
import { LocalError } from './local-error.js';
import { sayOnScreen, withProgress, type Say } from './progress.js';
import { findOnPath, lastLine, runCommand } from './run-command.js';

/** Later releases can't be installed as a Go package because of a `replace` line in their module file. */
const CLI_VERSION = '1.5.1';
const TITLE = 'Temporal server';

/**
 * Comes by the Temporal CLI, whose development server includes the web UI.
 *
 * @returns The path of the program `temporal`.
 * @throws LocalError when it can be neither found, downloaded nor built.
 */
export async function temporalBinary(say: Say = sayOnScreen): Promise<string> {
  const engine: EngineProgram = {
    title: TITLE,
    program: 'temporal',
    downloaded: 'temporal-cli-sdk-1.24.0',
    built: `temporal-cli-${CLI_VERSION}`,
    server: 'dev-server',
    build: (folder) => buildWithGo(folder, say),
  };
  return findEngine(engine, say);
}

async function buildWithGo(folder: string, say: Say): Promise<void> {
  const go = findOnPath('go') ?? findOnPath('go', '/usr/local/go/bin:/opt/homebrew/bin');
  if (go === undefined) {
    const instead =
      'install Go 1.25 or later or the Temporal CLI, or give a running server with TEMPORAL_ADDRESS';
    throw missingTool(TITLE, 'Go', instead);
  }
  const bin = join(folder, 'bin');
  await mkdir(bin);
  const outcome = await withProgress(say, 'building the Temporal server (about 5 minutes)', () =>
    runCommand(go, ['install', `github.com/temporalio/cli/cmd/temporal@v${CLI_VERSION}`], {
      cwd: folder,
      // The project asks for a newer Go than some machines have; Go can fetch it as a module.
      env: { ...process.env, GOBIN: bin, GOFLAGS: '', GOTOOLCHAIN: 'auto', CGO_ENABLED: '0' },
    }),
  );
  if (outcome.code !== 0) {
    throw new LocalError(
      `The Temporal server could not be built (${lastLine(outcome.output)}): ` +
        'install the Temporal CLI, or give a running server with TEMPORAL_ADDRESS.',
    );
  }
  await rename(join(bin, 'temporal'), join(folder, 'temporal'));
  await rm(bin, { recursive: true });
}
