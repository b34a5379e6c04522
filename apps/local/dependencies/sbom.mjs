import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'sbom.cdx.json';
const DEVELOPMENT = 'cdx:npm:package:development';

/**
 * Writes the bill of materials of what is delivered (CycloneDX), from the lock file alone. What is left out is left out
 * here: with `--omit=dev` npm leaves out packages that are delivered, too.
 */
const bill = JSON.parse(
  execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  }),
);
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));

const isDelivered = ({ properties = [] }) => !properties.some((property) => property.name === DEVELOPMENT);
const components = bill.components.filter(isDelivered);
const root = bill.metadata.component['bom-ref'];
const named = new Set([root, ...components.map((component) => component['bom-ref'])]);
const dependencies = bill.dependencies
  .filter(({ ref }) => named.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => named.has(one)) }));

const metadata = {
  ...bill.metadata,
  component: { ...bill.metadata.component, type: 'application', name, version },
};
writeFileSync(FILE, `${JSON.stringify({ ...bill, metadata, components, dependencies }, undefined, 2)}\n`);
process.stdout.write(`${FILE}: ${components.length} packages are delivered\n`);
