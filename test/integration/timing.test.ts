import { randomUUID } from 'node:crypto';
import { it } from '@jest/globals';
import { fold } from '../../libs/domain/plan/evolve.js';
import { waitState, currentAwaits } from '../../libs/domain/plan/wait-state.js';
import type { PlanState } from '../../libs/domain/plan/plan.types.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { appendEvents } from '../../libs/persistence/event-log.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { project, projectEvents } from '../../libs/record/projections/project.js';
import { updatePlan, insertPlan } from '../../libs/record/projections/plan-row.projection.js';
import { projectAwaited } from '../../libs/record/projections/awaited.projection.js';
import { startPostgres } from '../support/servers.js';
import { eventfulLife } from './eventful-life.js';
import { insertCitizen, insertOrganisation, insertPerson } from './people-rows.js';
it('times', async () => {
  const pg = await startPostgres();
  await migrate(pg.url, { name: 'kiplan_application', password: 'kiplan' });
  const ds = await createDataSource({ url: pg.applicationUrl, poolSize: 4 }).initialize();
  const m = ds.manager;
  const t: Record<string, number> = { fold: 0, wait: 0, awaits: 0, json: 0, size: 0, tx: 0, row: 0, events: 0, awaited: 0, append: 0, bare: 0 }; let n = 0;
  for (let i = 0; i < 14; i++) {
    if (i === 4) { for (const k of Object.keys(t)) t[k] = 0; n = 0; }
    const o = await insertOrganisation(m, 'A');
    const p = () => insertPerson(m, 'Lonni');
    const cast = { planId: randomUUID(), organisationId: o, citizen: await insertCitizen(m, 'Magnus'), coordinator: await p(), successor: await p(), psychiatrist: await p(), jobConsultant: await p(), mother: await p(), documentId: randomUUID() };
    let cur: PlanState | null = null; let seq = 0;
    for (const { at, events } of eventfulLife(cast)) {
      const batch = events.map((event) => ({ seq: ++seq, at, event }));
      const now = () => performance.now();
      const add = (k: string, from: number) => { t[k]! += now() - from; };
      let s = now(); const after: PlanState = fold(cur, batch)!; add('fold', s);
      s = now(); const w = waitState(after); add('wait', s);
      s = now(); currentAwaits(after); add('awaits', s);
      s = now(); t.size! += JSON.stringify(after).length; add('json', s);
      const before = cur; const s0 = now();
      await ds.transaction(async (mm) => {
        s = now(); await (before === null ? insertPlan(mm, after, w) : updatePlan(mm, after, w)); add('row', s);
        s = now(); await projectEvents(mm, { before, after, events: batch }); add('events', s);
        s = now(); await projectAwaited(mm, after); add('awaited', s);
        s = now(); await appendEvents(mm, { planId: cast.planId, events: batch, actor: { kind: 'process' }, commandId: null }); add('append', s);
      });
      add('tx', s0);
      s = now(); await ds.transaction(async (mm) => { await mm.query('select 1'); }); add('bare', s);
      n++; cur = after;
    }
  }
  console.log(n + ' ' + JSON.stringify(Object.fromEntries(Object.entries(t).map(([k, v]) => [k, (v / n).toFixed(3)]))));

  const own = await createDataSource({ url: pg.url, poolSize: 1 }).initialize();
  const rows = await own.query<{ id: string; state: any; wait_state: any }[]>('select id, state, wait_state from plans limit 10');
  const states = rows.map((r) => [r.id, JSON.stringify(r.state), JSON.stringify(r.wait_state)] as const);
  const slim = rows.map((r) => [r.id, JSON.stringify({ ...r.state, policy: null }), JSON.stringify(r.wait_state)] as const);
  async function time(what: string, f: (k: number) => Promise<unknown>) {
    for (let k = 0; k < 50; k++) await f(k);
    const s = performance.now(); for (let k = 0; k < 500; k++) await f(k); console.log(what + ' ' + ((performance.now() - s) / 500).toFixed(3));
  }

  const qr = own.createQueryRunner(); const client: any = await qr.connect();
  const aw = await own.query<any[]>('select plan_id, jsonb_agg(to_jsonb(a) - \'plan_id\') as rows, array_agg(ref) as refs from plan_awaited a group by 1 limit 5');
  const AW = `WITH gone AS (
       DELETE FROM plan_awaited WHERE plan_id = $1 AND NOT (ref = ANY ($2))
     )
     INSERT INTO plan_awaited AS old (
       plan_id, ref, kind, from_kind, participant_id, person_id, organisation_id, since, deadline
     )
     SELECT $1, ref, kind, from_kind, participant_id, person_id, organisation_id, since, deadline
     FROM jsonb_to_recordset($3::jsonb) AS now (
       ref text, kind text, from_kind text, participant_id text, person_id uuid, organisation_id uuid,
       since timestamptz, deadline timestamptz
     )
     ON CONFLICT (plan_id, ref) DO UPDATE SET
       from_kind = EXCLUDED.from_kind, participant_id = EXCLUDED.participant_id, person_id = EXCLUDED.person_id,
       organisation_id = EXCLUDED.organisation_id, since = EXCLUDED.since, deadline = EXCLUDED.deadline
     WHERE (old.from_kind, old.participant_id, old.person_id, old.organisation_id, old.since, old.deadline)
       IS DISTINCT FROM (
         EXCLUDED.from_kind, EXCLUDED.participant_id, EXCLUDED.person_id, EXCLUDED.organisation_id,
         EXCLUDED.since, EXCLUDED.deadline
       )`;
  const par = (k: number) => { const a = aw[k % aw.length]; return [a.plan_id, a.refs, JSON.stringify(a.rows)]; };
  console.log('rows ' + aw.map((a) => a.refs.length).join());
  await time('select', () => own.query('select 1'));
  await time('awaited typeorm', (k) => own.query(AW, par(k)));
  await time('awaited client', (k) => client.query(AW, par(k)));
  await time('awaited prepared', (k) => client.query({ name: 'aw', text: AW, values: par(k) }));
  await time('delete prepared', (k) => client.query({ name: 'de', text: 'DELETE FROM plan_awaited WHERE plan_id = $1 AND NOT (ref = ANY ($2))', values: par(k).slice(0, 2) }));
  await time('diffread prepared', (k) => client.query({ name: 'rd', text: 'select ref from plan_awaited WHERE plan_id = $1', values: par(k).slice(0, 1) }));
  const UPD = 'update plans set state=$2, wait_state=$3, seq=seq+1 where id=$1';
  await own.query('alter table plans alter column state set storage external');
  await time('update client', (k) => client.query(UPD, [...states[k % states.length]!]));
  await time('update prepared', (k) => client.query({ name: 'up', text: UPD, values: [...states[k % states.length]!] }));
  await qr.release();
  await own.destroy();
  await ds.destroy(); await pg.stop();
}, 60000);
