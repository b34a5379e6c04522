import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, main, project, projectEnvironment, run, runCompiled } from './bootstrap.mjs';

/** The kinds of tests, the fast ones first; those that share servers and cores run one file after another. */
const PROJECTS = [
  { name: 'unit', flags: [] },
  { name: 'property', flags: [] },
  { name: 'integration', flags: ['--runInBand'] },
  { name: 'workflow', flags: ['--runInBand'] },
  { name: 'e2e', flags: ['--runInBand'] },
  { name: 'browser', flags: ['--runInBand'] },
];

/** Runs one kind of test; a file that could not be run at all counts as one failed test. */
async function runProject({ name, flags }, commandLine) {
  const folder = mkdtempSync(join(tmpdir(), 'kiplan-results-'));
  const results = join(folder, 'results.json');
  try {
    const code = await run(
      join(project, 'node_modules', '.bin', 'jest'),
      [
        '--selectProjects',
        name,
        '--passWithNoTests',
        '--json',
        `--outputFile=${results}`,
        ...flags,
        ...commandLine,
      ],
      {
        env: projectEnvironment({
          NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
        }),
        // With --json the results are written to standard output as well; people read the other one.
        stdio: ['inherit', 'ignore', 'inherit'],
      },
    );
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(results, 'utf8'),
    );
    return { code, passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { code: 1, passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `npm test`: all tests, or with words behind `--` those files whose path contains one of them. */
await main(async (commandLine) => {
  await install();
  await build();
  const prepared = await runCompiled('apps/local/prepare-engines.js', []);
  if (prepared !== 0) return prepared;
  const total = { code: 0, passed: 0, failed: 0 };
  for (const kind of PROJECTS) {
    console.log(`\n${kind.name} tests`);
    const { code, passed, failed } = await runProject(kind, commandLine);
    total.code ||= code;
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.code === 0 && total.failed === 0 && total.passed > 0 ? 0 : 1;
});
