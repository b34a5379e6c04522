import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiplan-dependencies-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Bill {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly scope?: string;
    readonly hashes?: readonly object[];
  }[];
}

interface Ended {
  readonly code: number;
  readonly told: string;
}

function run(
  program: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...environment };
    execFile(program, words, { env, maxBuffer: 64_000_000 }, (error, stdout, stderr) => {
      resolve({
        code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1,
        told: stdout + stderr,
      });
    });
  });
}

async function licences(packages: object): Promise<Ended> {
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
  return run(process.execPath, ['apps/local/dependencies/check-licences.mjs', folder]);
}

describe('the lock file', () => {
  it('has a checksum for every package, also for those of other systems', async () => {
    const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
      packages: Record<string, { integrity?: string; link?: boolean }>;
    };
    const without = Object.entries(packages).filter(
      ([path, { integrity = '', link }]) => path !== '' && link !== true && !integrity.startsWith('sha512-'),
    );
    expect(without.map(([path]) => path)).toEqual([]);
  });
});

describe('licences of what is delivered', () => {
  it('are all allowed', async () => {
    const { code, told } = await run(process.execPath, ['apps/local/dependencies/check-licences.mjs']);
    expect([code, told]).toEqual([0, expect.stringMatching(/^\d{3} packages are delivered, 0 under/)]);
  });

  it.each([
    ['AGPL-3.0-only', 1],
    ['(MIT AND GPL-3.0-only)', 1],
    ['(GPL-3.0-only OR MIT)', 0],
    ['UNLICENSED', 1],
    [undefined, 1],
    ['Apache-2.0 AND MIT', 0],
  ])('%s ends the check with %i', async (license, code) => {
    const ended = await licences({ 'node_modules/some': { version: '1.0.0', license } });
    expect(ended.code).toBe(code);
    if (code === 1) expect(ended.told).toContain('some 1.0.0: ');
  });

  it('do not matter where something is only used to build and test', async () => {
    const ended = await licences({
      'node_modules/some': { version: '1.0.0', license: 'GPL-3.0-only', dev: true },
    });
    expect(ended).toEqual({
      code: 0,
      told: '0 packages are delivered, 0 under a licence that is not allowed\n',
    });
  });
});

describe('the bill of materials', () => {
  it('names every package that is delivered, with version and checksum', async () => {
    const { code, told } = await run(process.execPath, ['apps/local/dependencies/sbom.mjs']);
    expect([code, told]).toEqual([0, expect.stringMatching(/^sbom.cdx.json: \d{3} packages are delivered/)]);
    const bill = JSON.parse(await readFile('sbom.cdx.json', 'utf8')) as Bill;
    expect([bill.bomFormat, bill.metadata.component.name]).toEqual(['CycloneDX', 'kiplan']);
    const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const refs = bill.components.map((component) => component['bom-ref']);
    const direct = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
    expect(refs).toEqual(expect.arrayContaining(direct));
    expect(refs.some((ref) => ref.startsWith('jest@'))).toBe(false);
    // What is for other machines only has none in the lock file.
    const unproven = bill.components.filter(
      ({ hashes, scope }) => hashes === undefined && scope !== 'optional',
    );
    expect(unproven).toEqual([]);
  }, 60_000);
});

describe('the audit of dependencies', () => {
  it('says plainly when a registry cannot be asked, and holds nothing up', async () => {
    const registry = createServer((_request, response) => response.writeHead(405).end());
    await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
    const { port } = registry.address() as AddressInfo;
    try {
      const { code, told } = await run(process.execPath, ['apps/local/dependencies/audit.mjs'], {
        npm_config_registry: `http://127.0.0.1:${String(port)}/`,
        npm_config_fetch_retries: '0',
      });
      expect([code, told]).toEqual([0, expect.stringMatching(/^NOT AUDITED: .*405/)]);
    } finally {
      registry.close();
    }
  }, 60_000);

  it('fails for a hole that is grave', async () => {
    const advisory = {
      id: 1,
      url: 'https://advisories.example/1',
      title: 'x',
      severity: 'high',
      vulnerable_versions: '*',
    };
    const registry = createServer(({ method }, response) => {
      if (method !== 'POST') return response.writeHead(404).end('{}');
      return response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ pg: [advisory] }));
    });
    await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
    const { port } = registry.address() as AddressInfo;
    try {
      const { code, told } = await run(process.execPath, ['apps/local/dependencies/audit.mjs'], {
        npm_config_registry: `http://127.0.0.1:${String(port)}/`,
        npm_config_fetch_retries: '0',
      });
      expect([code, told]).toEqual([1, expect.stringContaining('pg: high')]);
    } finally {
      registry.close();
    }
  }, 60_000);
});
