import { describe, expect, it } from '@jest/globals';
import { given, life } from '../../../test/factories/plan-life.js';
import type { Notice } from '../notice/notice.types.js';
import type { IncomingMail } from './task.types.js';
import { refusalOf } from '../notice/notices.js';

const started = life().started();
const raised = started.does({ type: 'reportSecondStart' }, 'process');
const [first = ''] = Object.keys(raised.state.tasks);
const both = raised.passing(7).does({ type: 'reportSecondStart' }, 'process');

describe('a task', () => {
  it('is told as long as it is open', () => {
    const told = raised.notices.at(-1);
    expect(told).toMatchObject({ kind: 'taskRaised', recipient: { kind: 'coordinator' } });
    const closed = raised.does({ type: 'completeTask', taskId: first, note: null });
    expect(refusalOf(raised.state, told as Notice, raised.at)).toBeNull();
    expect(refusalOf(closed.state, told as Notice, closed.at)).toBe('moot');
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'that nobody raised is not found: %s',
    (taskId) => {
      given(raised).when({ type: 'completeTask', taskId, note: null }).thenRefused('TASK.NOT_FOUND');
    },
  );

  it('is awaited beside an older one, with a deadline of its own', () => {
    const tasks = both.awaited.filter((ref) => ref.startsWith('task:'));
    expect(tasks).toHaveLength(2);
    expect(both.due.filter(({ step }) => step === 'remindTask').map(({ ref }) => ref)).toEqual([tasks[1]]);
  });

  it('is not overdue because an older one is done', () => {
    const late = both.passing(1);
    const done = late.does({ type: 'completeTask', taskId: first, note: null }).attended();
    expect(done.steps).toEqual(late.steps);
    expect(done.passing(20).steps.filter((step) => step.endsWith('Task'))).toEqual([
      'remindTask',
      'remindTask',
      'escalateTask',
    ]);
  });
});

describe('what came by mail and was not understood', () => {
  const came = (what: IncomingMail, participantId: string | null = 'psychiatry') =>
    ({ type: 'reportIncomingMail', what, participantId }) as const;

  it.each([
    ['personal', 'mailFromPerson'],
    ['calendarAnswer', 'calendarAnswerNotTaken'],
    ['calendar', 'mailNotUnderstood'],
    ['report', 'mailNotUnderstood'],
    ['unreadable', 'mailNotUnderstood'],
  ] as const)('is a task of its kind, with whom it is from: %s', (what, kind) => {
    const life = started.does(came(what), 'process');
    expect(Object.values(life.state.tasks)).toMatchObject([{ kind, participantId: 'psychiatry' }]);
  });

  it('is one task as long as nobody has looked after it, and another one afterwards', () => {
    const once = started.does(came('personal'), 'process');
    const twice = once.passing(1).does(came('personal'), 'process');
    expect(Object.keys(twice.state.tasks)).toEqual(Object.keys(once.state.tasks));
    const [taskId = ''] = Object.keys(once.state.tasks);
    const done = twice.does({ type: 'completeTask', taskId, note: null });
    expect(done.state.tasks).toEqual({});
    expect(Object.keys(done.passing(1).does(came('personal'), 'process').state.tasks)).toEqual([taskId]);
  });

  it('of somebody else, or of another kind, is another task', () => {
    const life = started
      .does(came('personal'), 'process')
      .does(came('personal', null), 'process')
      .does(came('report'), 'process');
    expect(Object.keys(life.state.tasks)).toHaveLength(3);
  });
});
