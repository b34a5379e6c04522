import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { type CommandAt, type Life, life } from '../../../test/factories/plan-life.js';
import { takesSight } from './takes-sight.js';

const consented = life()
  .started()
  .withParticipant('psychiatry')
  .does(
    (at) =>
      commands.giveConsent('consent-1', [commands.grant('psychiatry', at, { kinds: ['goals', 'survey'] })]),
    'citizen',
  );

function takes(before: Life, command: CommandAt, actor: 'citizen' | 'coordinator' = 'citizen'): boolean {
  const after = before.does(command, actor);
  return takesSight(before.state, after.state, after.at);
}

describe('a change takes sight from somebody', () => {
  it.each<[string, CommandAt]>([
    ['when a consent is withdrawn', { type: 'withdrawConsent', participantId: 'psychiatry' }],
    ['when it is narrowed', { type: 'narrowConsent', participantId: 'psychiatry', keep: ['survey'] }],
  ])('%s', (_, command) => {
    expect(takes(consented, command)).toBe(true);
  });

  it('when somebody leaves', () => {
    const leaves = { type: 'removeParticipant', participantId: 'psychiatry', reason: 'left' } as const;
    expect(takes(consented, leaves, 'coordinator')).toBe(true);
  });

  it('not when nobody could see anything by it', () => {
    const withoutConsent = life().started().withParticipant('psychiatry');
    const leaves = { type: 'removeParticipant', participantId: 'psychiatry', reason: 'left' } as const;
    expect(takes(withoutConsent, leaves, 'coordinator')).toBe(false);
  });

  it('not when a consent is given, nor when it becomes wider', () => {
    const withoutConsent = life().started().withParticipant('psychiatry');
    const give = (at: string): ReturnType<typeof commands.giveConsent> =>
      commands.giveConsent('consent-2', [
        commands.grant('psychiatry', at, { kinds: ['goals', 'survey', 'followUp'] }),
      ]);
    expect(takes(withoutConsent, give)).toBe(false);
    expect(takes(consented, give)).toBe(false);
  });

  it('not when the plan goes on as it is', () => {
    expect(takes(consented, commands.setGoal('goal-1'), 'coordinator')).toBe(false);
  });
});
