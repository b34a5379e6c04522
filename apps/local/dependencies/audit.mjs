import { spawnSync } from 'node:child_process';

/** Asks the registry for known holes in what is delivered; one that cannot be asked is said plainly and holds nothing up. */
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  encoding: 'utf8',
  env: { ...process.env, npm_config_audit: 'true' },
  maxBuffer: 64 * 1024 * 1024,
});

function reportOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { message: 'no answer that can be read' };
  }
}

const report = reportOf(stdout);
const counts = report.metadata?.vulnerabilities;
if (counts === undefined) {
  process.stdout.write(
    `NOT AUDITED: the registry could not be asked for known holes (${report.message ?? 'no reason told'}).\n`,
  );
} else {
  const grave = counts.high + counts.critical;
  const told = Object.entries(report.vulnerabilities).map(([name, { severity }]) => `${name}: ${severity}`);
  process.stdout.write(
    [...told, `${counts.total} known holes in what is delivered, ${grave} of them high or critical`, ''].join(
      '\n',
    ),
  );
  process.exitCode = grave === 0 ? 0 : 1;
}
