import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findEngine, missingTool, type EngineProgram } from './engine-search.js';
import { LocalError } from './local-error.js';
import { sayOnScreen, withProgress, type Say } from './progress.js';
import { findOnPath, lastLine, runCommand } from './run-command.js';

const SERVER_VERSION = '1.32.1';
const TITLE = 'time-skipping Temporal server';

const PROJECT = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>kiplan</groupId>
  <artifactId>time-skipping-server</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${SERVER_VERSION}</version>
    </dependency>
    <!-- The server logs through SLF4J, which complains when it has nowhere to log to. -->
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
`;

/** Finds its jars beside itself, so that the folder can be moved. */
const LAUNCHER = `#!/bin/sh
exec java -XX:+UseSerialGC -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;

/**
 * Comes by Temporal's time-skipping test server, in which years of waiting pass in seconds.
 *
 * @returns The path of a program, to be given to `TestWorkflowEnvironment.createTimeSkipping` as
 * `server: { executable: { type: 'existing-path', path } }`.
 * @throws LocalError when it can be neither found, downloaded nor put together from Maven packages.
 */
export async function timeSkippingBinary(say: Say = sayOnScreen): Promise<string> {
  const engine: EngineProgram = {
    title: TITLE,
    program: 'temporal-test-server',
    downloaded: 'temporal-test-server-sdk-1.24.0',
    built: `temporal-test-server-${SERVER_VERSION}`,
    server: 'time-skipping',
    build: (folder) => fetchWithMaven(folder, say),
  };
  return findEngine(engine, say);
}

async function fetchWithMaven(folder: string, say: Say): Promise<void> {
  const instead = 'install Java 17 or later and Maven';
  if (findOnPath('java') === undefined) throw missingTool(TITLE, 'Java', instead);
  const maven = findOnPath('mvn');
  if (maven === undefined) throw missingTool(TITLE, 'Maven', instead);
  await writeFile(join(folder, 'pom.xml'), PROJECT);
  const outcome = await withProgress(say, 'fetching the time-skipping Temporal server (33 MB)', () =>
    runCommand(
      maven,
      [
        '--batch-mode',
        '--quiet',
        'dependency:copy-dependencies',
        '-DoutputDirectory=lib',
        '-DincludeScope=runtime',
      ],
      { cwd: folder },
    ),
  );
  if (outcome.code !== 0) {
    throw new LocalError(
      `The ${TITLE} could not be fetched (${lastLine(outcome.output)}): check that Maven reaches its repository.`,
    );
  }
  await writeFile(join(folder, 'temporal-test-server'), LAUNCHER);
  await chmod(join(folder, 'temporal-test-server'), 0o755);
  await rm(join(folder, 'pom.xml'));
}
