import { describe, expect, it } from '@jest/globals';
import { actors } from '../../../test/factories/plan-actors.js';
import * as commands from '../../../test/factories/plan-commands.js';
import { given, life } from '../../../test/factories/plan-life.js';
import { otherPlan } from '../../../test/factories/plan-register.js';
import { decide } from './decide.js';
import { type MergeTarget, openFor } from './merging.js';
import type { CommandOf } from './plan.types.js';

const started = life().started();
const agreed = life().withVersion();
const merge = commands.endPlan('merged', 'plan-2');

function into(target: Partial<MergeTarget['state']>): CommandOf<'endPlan'> {
  const other = otherPlan();
  return { ...merge, into: { ...other, state: { ...other.state, ...target } } };
}

describe('merging a plan', () => {
  it('ends it with what was agreed in it, into an open plan of the same coordinator', () => {
    const { state } = given(agreed)
      .when(merge)
      .then(
        { type: 'agreementEnded', outcome: 'dropped', reason: 'merged' },
        ...['citizen', 'psychiatry', 'jobCentre'].map(
          (participantId) => ({ type: 'deliveryRecorded', participantId, status: 'withheld' }) as const,
        ),
        { type: 'planEnded', reason: 'merged', mergedIntoPlanId: 'plan-2' },
      );
    expect(state.ended?.reason).toBe('merged');
  });

  it('is done by a team leader who leads both, and not by one who leads one of them', () => {
    given(started).when(merge, 'teamLeader').then({ type: 'planEnded', reason: 'merged' });
    const elsewhere = into({ organisationId: 'org-elsewhere' });
    given(started).when(elsewhere, 'teamLeader').thenRefused('PLAN.MERGE_REFUSED');
  });

  it('is refused into itself, whatever is said of the other', () => {
    const itself = { ...merge, mergedIntoPlanId: started.state.planId };
    given(started).when(itself).thenRefused('PLAN.MERGED_INTO_ITSELF');
    given(started)
      .when({ ...itself, into: { state: started.state, coordinator: actors.coordinator } })
      .thenRefused('PLAN.MERGED_INTO_ITSELF');
  });

  it('is refused into one that is not there, has ended or is another coordinator’s', () => {
    given(started)
      .when({ ...merge, into: null })
      .thenRefused('PLAN.MERGE_REFUSED');
    const ended = into({ ended: { at: started.at, reason: 'completed' } });
    given(started).when(ended).thenRefused('PLAN.MERGE_REFUSED');
    given(started)
      .when(into({ coordinatorPersonId: 'person-psychiatry' }))
      .thenRefused('PLAN.MERGE_REFUSED');
  });

  it('is refused where a citizen has died: that one is ended by the death', () => {
    const deaths = { 'person-citizen-again': { at: started.at, stilledTasks: [] } };
    given(started).when(into({ deaths })).thenRefused('PLAN.MERGE_REFUSED');
    const own = { type: 'noteDeath', personId: 'person-citizen', deceased: true } as const;
    given(started.does(own, 'process')).when(merge).thenRefused('PLAN.MERGE_REFUSED');
  });

  it('is refused into the plan of somebody else in the course: they are not one citizen', () => {
    const child = { ...merge, into: otherPlan({ citizenPersonId: 'person-relative' }) };
    given(started.withParticipant('relative')).when(child).thenRefused('PLAN.MERGE_REFUSED');
    given(started).when(child).then({ type: 'planEnded' });
  });

  it('is never undone by a reopening, since what was open has gone on elsewhere', () => {
    const reopen = {
      type: 'reopenPlan',
      reason: 'wished',
      coordinatorPersonId: 'person-coordinator',
    } as const;
    given(started.does(merge)).when(reopen).thenRefused('PLAN.REOPEN_REFUSED');
  });
});

describe('the plan that another is merged into', () => {
  const open = [{ kind: 'agreementOutcome', count: 2 }] as const;
  const noted = { type: 'noteMergedPlan', fromPlanId: 'plan-1', open } as const;

  it.each([
    ['in its course', started],
    ['on hold', started.held()],
    ['before the citizen’s answer', life().started({ citizenAnswer: 'pending', answerManner: null })],
  ])('has it in its life, with a task for its coordinator: %s', (_when, one) => {
    const after = given(one)
      .when(noted, 'process')
      .then({ type: 'planMergedIn', fromPlanId: 'plan-1' }, { type: 'taskRaised', kind: 'planMerged', open });
    expect(after.awaitedKinds).toContain('task');
    expect(after.notices.at(-1)).toMatchObject({ kind: 'taskRaised', recipient: { kind: 'coordinator' } });
  });

  it('is told so by nobody but the process', () => {
    given(started).when(noted).thenRefused('ACTOR.NOT_PERMITTED');
    expect(() => decide(started.state, noted, { at: started.at, actor: actors.teamLeader })).toThrow(
      'ACTOR.NOT_PERMITTED',
    );
  });
});

describe('what was open', () => {
  it('is told by kind and count to who coordinates both, without what ends with the plan', () => {
    const told = openFor(agreed.held().state, actors.coordinator, agreed.at);
    expect(told).toContainEqual({ kind: 'agreementOutcome', count: 1 });
    expect(told.map(({ kind }) => kind)).not.toContain('holdReview');
    expect(Object.keys(told[0] ?? {})).toEqual(['kind', 'count']);
  });

  it('is not told to whom the ended plan is closed, nor to a party of it', () => {
    const { state, at } = agreed;
    expect(openFor(state, actors.stranger, at)).toEqual([]);
    expect(openFor(state, actors.psychiatry, at)).toEqual([]);
    expect(openFor(state, null, at)).toEqual([]);
  });
});
