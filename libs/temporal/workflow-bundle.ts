import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { bundleWorkflowCode, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

const SOURCE = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url));
const BUILT = fileURLToPath(new URL('../../workflows/index.js', import.meta.url));

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;

/** The workflow code as one bundle, made once a process; worker, tests and build use this one function. */
export function workflowBundle(dataConverter: DataConverter): Promise<WorkflowBundleWithSourceMap> {
  bundle ??= bundleWorkflowCode({
    workflowsPath: existsSync(BUILT) ? BUILT : SOURCE,
    failureConverterPath: dataConverter.failureConverterPath,
    logger: quiet,
  });
  return bundle;
}

/** The bundler tells its progress in detail; what goes wrong it throws. */
const quiet = {
  log: ignore,
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
};

function ignore(): void {
  // What goes wrong is thrown.
}
