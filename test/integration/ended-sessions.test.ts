import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endSessions } from '../../apps/command-line/end-sessions.js';
import { personaOf } from '../../apps/local/sign-in/personas.js';
import type { Visitor } from '../../apps/local/sign-in/visitor.js';
import { PortalStage } from '../support/portal-stage.js';

let stage: PortalStage;
beforeAll(async () => {
  stage = await PortalStage.start();
}, 60_000);
afterAll(() => stage.stop());

async function isSignedIn(visitor: Visitor): Promise<boolean> {
  return (await (await stage.ask(visitor, '/')).text()).includes('action="/sign-out"');
}

async function told(...words: string[]): Promise<[number, string]> {
  const lines: string[] = [];
  const code = await endSessions(stage, words, (line) => lines.push(line));
  return [code, lines.join('\n')];
}

describe('an operator', () => {
  it('signs one person out wherever they are signed in, then everybody', async () => {
    const [one, other, citizen] = await Promise.all([
      stage.signIn(personaOf('ravn')),
      stage.signIn(personaOf('ravn')),
      stage.signIn(personaOf('magnus')),
    ]);
    const [row] = await stage.database.query<{ id: string }[]>(
      'SELECT person_id AS id FROM sessions GROUP BY person_id HAVING count(*) = 2',
    );
    expect(await told('end', row?.id ?? '')).toEqual([0, 'They are signed in nowhere any more.']);
    expect(await Promise.all([one, other, citizen].map(({ visitor }) => isSignedIn(visitor)))).toEqual([
      false,
      false,
      true,
    ]);
    expect(await told('end', '--all')).toEqual([0, 'Nobody is signed in at the portal any more.']);
    expect(await isSignedIn(citizen.visitor)).toBe(false);
    const again = await stage.signIn(personaOf('magnus'));
    expect(await isSignedIn(again.visitor)).toBe(true);
  });

  it.each([[[]], [['end']], [['end', 'ravn']], [['end', '--all', 'x']], [['begin', randomUUID()]]])(
    'is told what is expected instead of %j',
    async (words) => {
      expect(await told(...words)).toEqual([2, expect.stringContaining('expects')]);
    },
  );
});
