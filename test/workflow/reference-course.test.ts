import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths, copenhagenInstant } from '../../libs/domain/calendar/index.js';
import { noticesWorkflowId, planWorkflowId } from '../../libs/contracts/index.js';
import { shardOf } from '../../libs/record/notice-outbox.js';
import { referenceCourse } from '../scenarios/lives/reference-course.js';
import { play } from '../scenarios/player.js';
import { firstWorkingDayOfNextYear } from '../scenarios/story-calendar.js';
import { startVirtualSystem, type VirtualSystem } from '../support/virtual-system.js';
import { countOf, type HistoryFigures, historyFigures } from '../support/workflow-history.js';

describe('the cost of the reference course', () => {
  let system: VirtualSystem;
  let plan: HistoryFigures;
  let dispatcher: HistoryFigures;
  let course: { commands: number; steps: number; mails: number };

  beforeAll(async () => {
    system = await startVirtualSystem();
    const begins = firstWorkingDayOfNextYear(await system.clock.now());
    const life = referenceCourse(begins);
    await play([life], system.world, system, copenhagenInstant(addMonths(begins, 25), '12:00'));
    plan = await historyFigures(system.client, planWorkflowId(life.planId));
    {
      const h = await system.client.workflow.getHandle(planWorkflowId(life.planId)).fetchHistory();
      const pr = (await import('@temporalio/proto')).default as any;
      const H = pr.temporal.api.history.v1.History; const B: any = {}; const ex: any = {};
      for (const e of h.events ?? []) { const k = String(e.eventType); B[k] = (B[k] ?? 0) + H.encode({ events: [e] }).finish().length; ex[k] = e; }
      process.stdout.write(JSON.stringify(B) + JSON.stringify(ex[7] ?? null) + JSON.stringify(ex[40] ?? null).slice(0, 2000)+ '\n');
    }
    dispatcher = await historyFigures(system.client, noticesWorkflowId(shardOf(life.planId)));
    const rows = await system.database.query<{ commands: number; steps: number }[]>(
      `SELECT count(DISTINCT command_id) FILTER (WHERE actor_kind = 'person')::int AS commands,
              count(*) FILTER (WHERE type = 'stepPerformed')::int AS steps
       FROM plan_events WHERE plan_id = $1`,
      [life.planId],
    );
    {
      const { evolve } = (await import('../../libs/domain/plan/evolve.js')) as any;
      const { fold } = (await import('../../libs/domain/plan/evolve.js')) as any;
      const { waitState, sameForProcess } = await import('../../libs/domain/plan/wait-state.js');
      const ev = await system.database.query<any[]>(
        'select seq, at, type, data, actor_kind, command_id from plan_events where plan_id=$1 order by seq',
        [life.planId],
      );
      void evolve;
      let state: any = null;
      let before: any = null;
      for (let i = 0; i < ev.length;) {
        let j = i;
        const batch: any[] = [];
        while (j < ev.length && ev[j].at === ev[i].at) {
          batch.push({ seq: ev[j].seq, at: ev[j].at, event: { type: ev[j].type, ...ev[j].data } });
          j++;
        }
        state = fold(state, batch);
        const w: any = waitState(state);
        const changed =
          before === null
            ? ['all']
            : Object.keys(w).filter((k) => k !== 'seq' && JSON.stringify(w[k]) !== JSON.stringify(before[k]));
        process.stdout.write(
          `${ev[i].at} ${ev[i].actor_kind} ${batch.map((b) => b.event.type).join('+')} -> ${before && sameForProcess(before, w) ? 'same' : changed.join(',')} next=${w.next?.step} ${w.next?.at} bytes=${JSON.stringify(w).length} ${w.waitingFor}\n`,
        );
        before = w;
        i = j;
      }
      process.stdout.write(JSON.stringify(before, null, 1));
    }
    course = { commands: 0, steps: 0, ...rows[0], mails: system.mailbox.mails.length };
    process.stdout.write(`${JSON.stringify({ course, plan, dispatcher }, undefined, 2)}\n`);
  }, 120_000);

  afterAll(() => system.stop());

  it('is well', () => {
    expect(countOf(plan)).toBe(0);
  });
});
