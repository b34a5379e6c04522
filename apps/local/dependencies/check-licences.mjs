import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Licences (SPDX) under which packages that are delivered may stand beside code under the MPL-2.0. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
]);

/** Packages that tell their licence in a file only, which somebody has read. */
const READ = { unionfs: 'Unlicense' };

/** Whether an SPDX expression without nesting can be met by what is allowed: one of those with OR, all with AND. */
function isAllowed(expression) {
  const bare = expression.replaceAll(/[()]/g, '');
  return bare.split(' OR ').some((option) => option.split(' AND ').every((one) => ALLOWED.has(one.trim())));
}

/** The licence of an installed package that the lock file does not know, from an older form of its own description. */
async function ownLicence(folder, path) {
  try {
    const { license, licenses } = JSON.parse(await readFile(join(folder, path, 'package.json'), 'utf8'));
    return license ?? licenses?.map(({ type }) => type).join(' OR ');
  } catch {
    return undefined;
  }
}

/** Looks through everything that is delivered; what is only used to build and test is not. */
async function check(folder) {
  const lock = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8'));
  const delivered = Object.entries(lock.packages).filter(
    ([path, { dev, link }]) => path !== '' && !dev && !link,
  );
  const refused = [];
  for (const [path, { license, version }] of delivered) {
    const name = path.replace(/^.*node_modules\//, '');
    const licence = license ?? (await ownLicence(folder, path)) ?? READ[name] ?? 'none that is told';
    if (!isAllowed(licence)) refused.push(`${name} ${version}: ${licence}`);
  }
  return { count: delivered.length, refused };
}

const { count, refused } = await check(process.argv[2] ?? '.');
for (const line of refused) process.stderr.write(`${line}\n`);
process.stdout.write(
  `${count} packages are delivered, ${refused.length} under a licence that is not allowed\n`,
);
process.exitCode = refused.length === 0 ? 0 : 1;
