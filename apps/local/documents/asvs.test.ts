import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** The requirements of ASVS 5.0.0 at level 1 (a) and 2 (b), section by section, by their last numbers. */
const SECTIONS: Readonly<Record<string, string>> = {
  'V1.1': '1b 2b',
  'V1.2': '1a 2a 3a 4a 5a 6b 7b 8b 9b',
  'V1.3': '1a 2a 3b 4b 5b 6b 7b 8b 9b 10b 11b',
  'V1.4': '1b 2b 3b',
  'V1.5': '1a 2b',
  'V2.1': '1a 2b 3b',
  'V2.2': '1a 2a 3b',
  'V2.3': '1a 2b 3b 4b',
  'V2.4': '1b',
  'V3.2': '1a 2a',
  'V3.3': '1a 2b 3b 4b',
  'V3.4': '1a 2a 3b 4b 5b 6b',
  'V3.5': '1a 2a 3a 4b 5b',
  'V3.7': '1b 2b',
  'V4.1': '1a 2b 3b',
  'V4.2': '1b',
  'V4.3': '1b 2b',
  'V4.4': '1a 2b 3b 4b',
  'V5.1': '1b',
  'V5.2': '1a 2a 3b',
  'V5.3': '1a 2a',
  'V5.4': '1b 2b 3b',
  'V6.1': '1a 2b 3b',
  'V6.2': '1a 2a 3a 4a 5a 6a 7a 8a 9b 10b 11b 12b',
  'V6.3': '1a 2a 3b 4b',
  'V6.4': '1a 2a 3b 4b',
  'V6.5': '1b 2b 3b 4b 5b',
  'V6.6': '1b 2b 3b',
  'V6.8': '1b 2b 3b 4b',
  'V7.1': '1b 2b 3b',
  'V7.2': '1a 2a 3a 4a',
  'V7.3': '1b 2b',
  'V7.4': '1a 2a 3b 4b 5b',
  'V7.5': '1b 2b',
  'V7.6': '1b 2b',
  'V8.1': '1a 2b',
  'V8.2': '1a 2a 3b',
  'V8.3': '1a',
  'V8.4': '1b',
  'V9.1': '1a 2a 3a',
  'V9.2': '1a 2b 3b 4b',
  'V10.1': '1b 2b',
  'V10.2': '1b 2b',
  'V10.3': '1b 2b 3b 4b',
  'V10.4': '1a 2a 3a 4a 5a 6b 7b 8b 9b 10b 11b',
  'V10.5': '1b 2b 3b 4b 5b',
  'V10.6': '1b 2b',
  'V10.7': '1b 2b 3b',
  'V11.1': '1b 2b',
  'V11.2': '1b 2b 3b',
  'V11.3': '1a 2a 3b',
  'V11.4': '1a 2b 3b 4b',
  'V11.5': '1b',
  'V11.6': '1b',
  'V12.1': '1a 2b 3b',
  'V12.2': '1a 2a',
  'V12.3': '1b 2b 3b 4b',
  'V13.1': '1b',
  'V13.2': '1b 2b 3b 4b 5b',
  'V13.3': '1b 2b',
  'V13.4': '1a 2b 3b 4b 5b',
  'V14.1': '1b 2b',
  'V14.2': '1a 2b 3b 4b',
  'V14.3': '1a 2b 3b',
  'V15.1': '1a 2b 3b',
  'V15.2': '1a 2b 3b',
  'V15.3': '1a 2b 3b 4b 5b 6b 7b',
  'V16.1': '1b',
  'V16.2': '1b 2b 3b 4b 5b',
  'V16.3': '1b 2b 3b 4b',
  'V16.4': '1b 2b 3b',
  'V16.5': '1b 2b 3b',
  'V17.1': '1b',
  'V17.2': '1b 2b 3b 4b',
  'V17.3': '1b 2b',
};

const STATUS = ['met', 'not met', 'not applicable', 'of the operator'] as const;

interface Requirement {
  readonly id: string;
  readonly level: string;
  readonly status: string;
  readonly how: string;
  readonly shownBy: readonly string[];
}

const text = readFileSync('docs/asvs.md', 'utf8');
const requirements: readonly Requirement[] = text
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [, id = '', level = '', , status = '', how = '', shown = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    return {
      id,
      level,
      status,
      how,
      shownBy: [...shown.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
    };
  });

const wanted = Object.entries(SECTIONS).flatMap(([section, numbers]) =>
  numbers
    .split(' ')
    .map((number) => `${section}.${number.slice(0, -1)} at ${number.endsWith('a') ? '1' : '2'}`),
);

/** Of level 3, as far as it is asked for here. */
const LEVEL_3 = ['V7.5.3'];

describe('the table of ASVS requirements', () => {
  it('has each of level 1 and 2 exactly once, at its level', () => {
    expect(wanted.filter((one) => one.endsWith(' at 1'))).toHaveLength(70);
    expect(wanted.filter((one) => one.endsWith(' at 2'))).toHaveLength(183);
    expect(requirements.map(({ id, level }) => `${id} at ${level}`)).toEqual([
      ...wanted,
      ...LEVEL_3.map((id) => `${id} at 3`),
    ]);
  });

  it('says of each whether it is met, and how', () => {
    for (const { id, status, how } of requirements) {
      expect([id, STATUS.find((one) => one === status)]).toEqual([id, expect.any(String)]);
      expect([id, how.length > 3]).toEqual([id, true]);
    }
  });

  it('names for what is met, and for what is not, something that is in the repository', () => {
    for (const { id, status, shownBy } of requirements) {
      if (status !== 'not applicable') expect([id, shownBy.length > 0]).toEqual([id, true]);
      for (const path of shownBy) expect([id, path, existsSync(path)]).toEqual([id, path, true]);
    }
  });

  it('counts right', () => {
    for (const status of STATUS) {
      const counted = ['1', '2'].map(
        (level) => requirements.filter((one) => one.status === status && one.level === level).length,
      );
      const row = text.split('\n').find((line) => line.startsWith(`| ${status} `)) ?? '';
      expect([status, row.split('|').slice(3, 5).map(Number)]).toEqual([status, counted]);
    }
  });
});
