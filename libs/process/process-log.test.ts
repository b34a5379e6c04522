import { hostname } from 'node:os';
import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { processLog } from './process-log.js';

function logged(write: (log: ReturnType<typeof processLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  write(processLog('api', 'info', destination));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log of a process', () => {
  it.each(['err', 'error'])(
    'says as %s what kind of error it was and where it arose, not what it said',
    (field) => {
      const error = Object.assign(new RangeError('Else Test, 0504909995'), { code: 'E1' });
      const [line] = logged((log) => {
        log.error({ [field]: error }, 'request failed');
      });
      expect(line?.[field]).toMatchObject({ type: 'RangeError', code: 'E1' });
      expect((line?.[field] as { stack: string[] }).stack[0]).toContain('process-log.test');
      expect(JSON.stringify(line)).not.toContain('0504909995');
    },
  );

  it('says in each line which release wrote it, and on which host', () => {
    const [line] = logged((log) => {
      log.info('api is listening');
    });
    expect(line).toMatchObject({ process: 'api', host: hostname() });
    expect(line?.['release']).toMatch(/^\d+\.\d+\.\d+/);
  });
});
