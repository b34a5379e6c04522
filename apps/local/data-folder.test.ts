import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { closeDataFolder, openDataFolder } from './data-folder.js';

describe('the data folder', () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'kiplan-data-folder-'));
  });
  afterEach(() => {
    rmSync(home, { recursive: true });
  });

  const others = (name: string): number => statSync(join(home, name)).mode & 0o077;

  it('keeps logs, mails and histories from everybody else on the machine', async () => {
    await openDataFolder(home, false);
    expect(['run', 'mails', 'temporal', 'sign-in'].map(others)).toEqual([0, 0, 0, 0]);
    await closeDataFolder(home);
  });

  it('closes what an earlier start left open, and keeps it', async () => {
    await openDataFolder(home, false);
    await closeDataFolder(home);
    mkdirSync(join(home, 'mails'), { recursive: true });
    chmodSync(join(home, 'mails'), 0o755);
    writeFileSync(join(home, 'mails', 'one.eml'), 'mail');
    await openDataFolder(home, false);
    expect(others('mails')).toBe(0);
    expect(existsSync(join(home, 'mails', 'one.eml'))).toBe(true);
    await closeDataFolder(home);
  });
});
