import { randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { READ_MODELS } from '../../../libs/record/projections/rebuild.js';
import type { Tampering } from '../audit-tampering.js';

type Pick = (below: number) => number;

/** @param condition Which plans there are to choose from: those that it changes. */
async function aPlan(manager: EntityManager, pick: Pick, condition = 'true'): Promise<string> {
  const rows = await manager.query<{ id: string }[]>(`SELECT id FROM plans WHERE ${condition} ORDER BY id`);
  return rows[pick(rows.length)]?.id ?? '';
}

async function twoPlans(manager: EntityManager, pick: Pick): Promise<[string, string]> {
  const rows = await manager.query<{ id: string }[]>('SELECT id FROM plans ORDER BY id');
  const first = pick(rows.length);
  const second = (first + 1 + pick(rows.length - 1)) % rows.length;
  return [rows[first]?.id ?? '', rows[second]?.id ?? ''];
}

/** Adds an entry as whoever has the application's role can, with a code that they made up. */
async function addEntry(manager: EntityManager, planId: string, fields: object): Promise<void> {
  const entry = {
    id: randomUUID(),
    at: '2027-03-01T09:00:00.000Z',
    actorKind: 'process',
    personId: null,
    planId,
    operation: 'setGoal',
    allowed: true,
    listed: [],
    events: [],
    ...fields,
  };
  await manager.query('SELECT append_audit_entry($1, $2, $3, $4)', [
    `plan:${planId}`,
    JSON.stringify(entry),
    'test',
    randomBytes(32).toString('base64'),
  ]);
}

async function addEvent(manager: EntityManager, planId: string): Promise<void> {
  await manager.query(
    `INSERT INTO plan_events (plan_id, seq, type, at, actor_kind, actor_person_id, command_id, content)
     SELECT plan_id, seq + 1, type, at, actor_kind, actor_person_id, NULL, content FROM plan_events
     WHERE plan_id = $1 ORDER BY seq DESC LIMIT 1`,
    [planId],
  );
}

async function removeNewestEvent(manager: EntityManager, planId: string): Promise<void> {
  await manager.query(
    'DELETE FROM plan_events WHERE plan_id = $1 AND seq = (SELECT max(seq) FROM plan_events WHERE plan_id = $1)',
    [planId],
  );
}

async function removePlan(manager: EntityManager, planId: string): Promise<void> {
  for (const table of [...READ_MODELS, 'plan_events', 'notices', 'wait_state_outbox']) {
    await manager.query(`DELETE FROM ${table} WHERE plan_id = $1`, [planId]);
  }
  await manager.query('DELETE FROM plans WHERE id = $1', [planId]);
}

/** Several rows that agree with each other, and what goes beyond one row. */
export const PLAN_TAMPERINGS: Readonly<Record<string, Tampering>> = {
  async 'another coordinator, and a window for them'(manager, pick) {
    const planId = await aPlan(manager, pick);
    const accomplice = randomUUID();
    await manager.query(
      `UPDATE plans SET coordinator_person_id = $2, state = jsonb_set(state, '{coordinatorPersonId}', to_jsonb($2::text))
       WHERE id = $1`,
      [planId, accomplice],
    );
    await openWindow(manager, planId, accomplice);
  },
  async 'a window for somebody else'(manager, pick) {
    await openWindow(manager, await aPlan(manager, pick), randomUUID());
  },
  async 'a window that was closed is open again'(manager, pick) {
    const planId = await aPlan(manager, pick);
    await manager.query(
      `UPDATE disclosure_windows SET valid_to = NULL, valid_from = NULL, kinds = kinds || 'everything'::text
       WHERE plan_id = $1 AND position = (SELECT max(position) FROM disclosure_windows WHERE plan_id = $1)`,
      [planId],
    );
  },
  async 'the windows of two plans are exchanged'(manager, pick) {
    await exchange(manager, 'disclosure_windows', await twoPlans(manager, pick));
  },
  async 'the states of two plans are exchanged'(manager, pick) {
    const [one, other] = await twoPlans(manager, pick);
    await manager.query(
      `UPDATE plans p SET state = o.state, seq = o.seq FROM plans o
       WHERE (p.id = $1 AND o.id = $2) OR (p.id = $2 AND o.id = $1)`,
      [one, other],
    );
  },
  async 'the newest event is removed, with state and seq put back'(manager, pick) {
    const planId = await aPlan(manager, pick);
    await removeNewestEvent(manager, planId);
    await manager.query(
      `UPDATE plans SET seq = seq - 1, state = jsonb_set(state, '{seq}', to_jsonb(seq - 1)) WHERE id = $1`,
      [planId],
    );
  },
  async 'the newest event is removed, with the entry that tells of it'(manager, pick) {
    const planId = await aPlan(manager, pick);
    await removeNewestEvent(manager, planId);
    await manager.query('UPDATE plans SET seq = seq - 1 WHERE id = $1', [planId]);
    await manager.query(
      `DELETE FROM audit_entries WHERE chain = $1 AND place = (SELECT max(place) FROM audit_entries WHERE chain = $1)`,
      [`plan:${planId}`],
    );
    await manager.query(
      `UPDATE audit_heads h SET (place, hash) = (
         SELECT place, hash FROM audit_entries e WHERE e.chain = h.chain ORDER BY place DESC LIMIT 1)
       WHERE chain = $1`,
      [`plan:${planId}`],
    );
  },
  async 'two events change places'(manager, pick) {
    const planId = await aPlan(manager, pick);
    await manager.query('UPDATE plan_events SET seq = -seq WHERE plan_id = $1 AND seq IN (1, 2)', [planId]);
    await manager.query('UPDATE plan_events SET seq = 3 + seq WHERE plan_id = $1 AND seq < 0', [planId]);
  },
  async 'an event is that of another plan'(manager, pick) {
    const [one, other] = await twoPlans(manager, pick);
    await manager.query(
      `UPDATE plan_events e SET type = o.type, at = o.at, content = o.content FROM plan_events o
       WHERE e.plan_id = $1 AND o.plan_id = $2 AND e.seq = o.seq AND e.seq = 2`,
      [one, other],
    );
  },
  async 'an event more'(manager, pick) {
    await addEvent(manager, await aPlan(manager, pick));
  },
  async 'an event more, and the plan says so'(manager, pick) {
    const planId = await aPlan(manager, pick);
    await addEvent(manager, planId);
    await manager.query(
      `UPDATE plans SET seq = seq + 1, state = jsonb_set(state, '{seq}', to_jsonb(seq + 1)) WHERE id = $1`,
      [planId],
    );
  },
  async 'an event more, and an entry that tells of it'(manager, pick) {
    const planId = await aPlan(manager, pick);
    await addEvent(manager, planId);
    const rows = await manager.query<{ seq: number }[]>('SELECT seq FROM plans WHERE id = $1', [planId]);
    const seq = (rows[0]?.seq ?? 0) + 1;
    await manager.query('UPDATE plans SET seq = $2 WHERE id = $1', [planId, seq]);
    await addEntry(manager, planId, { events: [seq, seq] });
  },
  async 'an entry that was made up'(manager, pick) {
    await addEntry(manager, await aPlan(manager, pick), { operation: 'getPlan' });
  },
  async 'an entry without what every entry has'(manager, pick) {
    await addEntry(manager, await aPlan(manager, pick), { id: undefined, actorKind: 7 });
  },
  async 'an entry whose text is rubbish'(manager, pick) {
    const planId = await aPlan(manager, pick);
    await manager.query(
      `UPDATE audit_entries SET entry = 'rubbish {' WHERE chain = $1 AND place = (SELECT max(place) FROM audit_entries WHERE chain = $1)`,
      [`plan:${planId}`],
    );
  },
  async 'an entry at the end of time'(manager, pick) {
    const planId = await aPlan(manager, pick);
    await manager.query(
      `UPDATE audit_entries SET at = 'infinity' WHERE chain = $1 AND place = (SELECT max(place) FROM audit_entries WHERE chain = $1)`,
      [`plan:${planId}`],
    );
  },
  async 'an entry at the last of all places'(manager, pick) {
    const planId = await aPlan(manager, pick);
    await manager.query(
      `UPDATE audit_entries SET place = 2147483647 WHERE chain = $1 AND place = (SELECT max(place) FROM audit_entries WHERE chain = $1)`,
      [`plan:${planId}`],
    );
  },
  async 'an event at the end of time'(manager, pick) {
    await manager.query(`UPDATE plan_events SET at = 'infinity' WHERE plan_id = $1 AND seq = 2`, [
      await aPlan(manager, pick),
    ]);
  },
  async 'a plan that began nowhere'(manager, pick) {
    const planId = await aPlan(manager, pick);
    await manager.query(
      `INSERT INTO plans SELECT (jsonb_populate_record(p, jsonb_build_object(
         'id', gen_random_uuid(), 'number', 'KI-TAMPERED', 'ended_at', now(), 'citizen_person_id', p.citizen_person_id))).*
       FROM plans p WHERE id = $1`,
      [planId],
    );
  },
  async 'a plan is removed'(manager, pick) {
    await removePlan(manager, await aPlan(manager, pick));
  },
  async 'a plan is removed with its chain'(manager, pick) {
    const planId = await aPlan(manager, pick);
    await removePlan(manager, planId);
    for (const table of ['audit_entries', 'audit_heads']) {
      await manager.query(`DELETE FROM ${table} WHERE chain = $1`, [`plan:${planId}`]);
    }
  },
  async 'a plan is emptied as if it were erased'(manager, pick) {
    await manager.query(
      `UPDATE plans SET citizen_person_id = NULL, phase = NULL, course_type = NULL, cluster = NULL, municipality_code = NULL,
         department = NULL, organisation_id = NULL, coordinator_person_id = NULL, deputy_person_id = NULL, deputy_from = NULL,
         deputy_to = NULL, state = NULL, wait_state = NULL, next_step = NULL, next_at = NULL, overdue_since = NULL, problem = NULL,
         next_follow_up_on = NULL, updated_at = NULL, end_reason = NULL, ended_at = now(), erased_at = now()
       WHERE id = $1`,
      [await aPlan(manager, pick)],
    );
  },
  async 'the key of a plan is destroyed'(manager, pick) {
    await manager.query(`UPDATE erasure_keys SET wrapped = NULL, destroyed_at = now() WHERE name = $1`, [
      `plan:${await aPlan(manager, pick)}`,
    ]);
  },
  async 'the key of a plan is removed'(manager, pick) {
    await manager.query('DELETE FROM erasure_keys WHERE name = $1', [`plan:${await aPlan(manager, pick)}`]);
  },
  async 'words are moved to another plan'(manager, pick) {
    await exchange(manager, 'consent_grants', await twoPlans(manager, pick));
  },
  async 'somebody is put among the participants'(manager, pick) {
    await manager.query(
      `INSERT INTO participants SELECT (jsonb_populate_record(p, jsonb_build_object(
         'participant_id', 'tampered', 'person_id', gen_random_uuid()))).* FROM participants p WHERE plan_id = $1 LIMIT 1`,
      [await aPlan(manager, pick)],
    );
  },
  async 'a plan is put to sleep'(manager, pick) {
    await manager.query(
      `UPDATE plans SET next_at = NULL, next_step = NULL, wait_state = jsonb_set(wait_state, '{next}', 'null') WHERE id = $1`,
      [await aPlan(manager, pick, 'next_at IS NOT NULL')],
    );
  },
  async 'a plan has ended that goes on'(manager, pick) {
    await manager.query(
      `UPDATE plans SET ended_at = coalesce(ended_at + interval '1 day', now()), end_reason = 'completed', phase = 'ended' WHERE id = $1`,
      [await aPlan(manager, pick)],
    );
  },
  async 'a seal that was made without the key, and follows'(manager, pick) {
    await addEntry(manager, await aPlan(manager, pick), { operation: 'getPlan' });
    await forgedSeal(manager, 1);
  },
};

/** What the functions of the audit refuse: nothing of it can follow. */
export const REFUSED: Readonly<Record<string, Tampering>> = {
  async 'the last of all seals'(manager, pick) {
    await addEntry(manager, await aPlan(manager, pick), {});
    await forgedSeal(manager, 2_147_483_647);
  },
  async 'a seal over nothing'(manager) {
    await manager.query(
      `SELECT append_audit_seal((SELECT max(number) + 1 FROM audit_seals), now(), sha256('x'), 'test', sha256('x') || sha256('y'), '[]')`,
    );
  },
  async 'a seal over a head that is not there'(manager) {
    await manager.query(
      `SELECT append_audit_seal((SELECT max(number) + 1 FROM audit_seals), now(), sha256('x'), 'test', sha256('x') || sha256('y'),
         jsonb_build_array(jsonb_build_object('chain', chain, 'place', place + 1, 'hash', encode(hash, 'hex')))) FROM audit_heads LIMIT 1`,
    );
  },
  async 'an entry without events'(manager, pick) {
    await addEntry(manager, await aPlan(manager, pick), { events: undefined });
  },
  async 'an entry after the end of time'(manager, pick) {
    await addEntry(manager, await aPlan(manager, pick), { at: 'infinity' });
  },
  async 'an entry in a chain of no such name'(manager) {
    await manager.query(
      `SELECT append_audit_entry('anything at all', '{"events": [], "at": "2027-01-01"}', 'test', 'x')`,
    );
  },
};

async function forgedSeal(manager: EntityManager, more: number): Promise<void> {
  await manager.query(
    `SELECT append_audit_seal(
       CASE WHEN $1 = 1 THEN (SELECT max(number) + 1 FROM audit_seals) ELSE $1 END, now(), sha256('x'), 'test',
       sha256('x') || sha256('y'),
       (SELECT jsonb_agg(jsonb_build_object('chain', chain, 'place', place, 'hash', encode(hash, 'hex')))
        FROM audit_heads WHERE place > sealed_place))`,
    [more],
  );
}

async function openWindow(manager: EntityManager, planId: string, personId: string): Promise<void> {
  await manager.query(
    `INSERT INTO disclosure_windows (plan_id, position, subject_kind, subject_id, kinds)
     SELECT $1, max(position) + 1, 'person', $2, '{everything,accessLog}' FROM disclosure_windows WHERE plan_id = $1`,
    [planId, personId],
  );
}

async function exchange(
  manager: EntityManager,
  table: string,
  [one, other]: [string, string],
): Promise<void> {
  const between = randomUUID();
  for (const [from, to] of [
    [one, between],
    [other, one],
    [between, other],
  ]) {
    await manager.query(`UPDATE ${table} SET plan_id = $2 WHERE plan_id = $1`, [from, to]);
  }
}
