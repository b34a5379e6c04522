import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { valuesOf } from './value-sources.js';

describe('the value of a variable', () => {
  let folder: string;
  let keys: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kiplan-values-'));
    keys = join(folder, 'keys');
    writeFileSync(keys, 'from a file\n');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const prints = (text: string): string =>
    JSON.stringify([process.execPath, '-e', `process.stdout.write(${JSON.stringify(text)})`]);

  it('stands in the environment, in a file, or is printed by a command', () => {
    const source = { A: 'as it stands', B_FILE: keys, C_COMMAND: prints('from a key service\n') };
    expect(valuesOf(['A', 'B', 'C', 'D'], source)).toEqual({
      values: { A: 'as it stands', B: 'from a file', C: 'from a key service' },
      unfit: [],
    });
  });

  it('is not there if it is empty', () => {
    expect(valuesOf(['A', 'B'], { A: '', B_FILE: '' })).toEqual({ values: {}, unfit: [] });
  });

  it('comes from one place', () => {
    expect(valuesOf(['A'], { A: 'x', A_FILE: keys })).toEqual({
      values: {},
      unfit: [{ variable: 'A', name: 'A_FILE', expected: 'it alone, or A alone' }],
    });
  });

  it.each([
    ['A_FILE', () => join(folder, 'nowhere'), /file that can be read/],
    ['A_FILE', () => folder, /file that can be read/],
    ['A_COMMAND', () => 'echo secret', /JSON list/],
    ['A_COMMAND', () => '[]', /JSON list/],
    ['A_COMMAND', () => '[1]', /JSON list/],
    ['A_COMMAND', () => '["there-is-no-such-program"]', /JSON list/],
    ['A_COMMAND', () => JSON.stringify([process.execPath, '-e', 'process.exit(3)']), /ends with 0/],
  ])('of a wrong %s is not there, and what was wrong is said', (name, told, expected) => {
    const { values, unfit } = valuesOf(['A'], { [name]: told() });
    expect(values).toEqual({});
    expect(unfit).toEqual([{ variable: 'A', name, expected: expect.stringMatching(expected) as unknown }]);
  });

  it('is taken as it is: nothing in a command is for a shell', () => {
    const told = JSON.stringify([
      process.execPath,
      '-e',
      'process.stdout.write(process.argv[1])',
      '$(id); *',
    ]);
    expect(valuesOf(['A'], { A_COMMAND: told }).values).toEqual({ A: '$(id); *' });
  });
});
