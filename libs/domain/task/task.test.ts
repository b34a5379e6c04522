import { describe, expect, it } from '@jest/globals';
import { given, life } from '../../../test/factories/plan-life.js';
import type { Notice } from '../notice/notice.types.js';
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
