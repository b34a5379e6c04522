import { describe, expect, it } from '@jest/globals';
import { unfitVersion } from '../persistence/roles/server-version.js';
import { isBefore, requireNode, requireTemporal, VersionTooOld } from './least-versions.js';

describe('least versions', () => {
  it.each([
    ['1.28.9', '1.29', true],
    ['1.29.0-rc.1', '1.29', false],
    ['1.30', '1.29', false],
    ['v1.4.2', '1.29', true],
    ['2.0', '1.29', false],
    ['24.21.0', '24.0', false],
    ['9.11', '24.0', true],
    ['cloud', '1.29', false],
  ])('of %s against %s', (version, least, before) => {
    expect(isBefore(version, least)).toBe(before);
  });

  it('are said with what is needed', async () => {
    expect(() => {
      requireNode('22.4.0');
    }).toThrow(/Node 22\.4\.0, and 24\.0 or later is needed/);
    requireNode();
    const server = (serverVersion: string): Parameters<typeof requireTemporal>[0] =>
      ({ workflowService: { getSystemInfo: () => Promise.resolve({ serverVersion }) } }) as never;
    await expect(requireTemporal(server('1.20.1'))).rejects.toThrow(VersionTooOld);
    await expect(requireTemporal(server('1.32.0'))).resolves.toBeUndefined();
    expect(unfitVersion(150_013, '15.13 (Debian)')).toEqual([
      'The database is PostgreSQL 15.13 (Debian), and 17 or later is needed: bring the server up to date; nothing was changed.',
    ]);
    expect(unfitVersion(170_000, '17.0')).toEqual([]);
  });
});
