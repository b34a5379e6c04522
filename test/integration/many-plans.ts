import type { DataSource } from 'typeorm';

/** How many plans there are, and who is in them. */
export const MANY_PLANS = {
  plans: 20_000,
  organisations: 37,
  coordinators: 400,
  practitioners: 2_000,
} as const;

/** The id of the n-th row of a kind, so that tests and rows agree without asking. */
export function idOf(kind: 'organisation' | 'person' | 'citizen' | 'plan', n: number): string {
  const prefix = { organisation: 'a', person: 'b', citizen: 'c', plan: 'd' }[kind];
  return `${prefix.repeat(8)}-0000-4000-8000-${n.toString().padStart(12, '0')}`;
}

const id = (kind: Parameters<typeof idOf>[0], n: string): string =>
  `(left('${idOf(kind, 0)}', 24) || lpad((${n})::text, 12, '0'))::uuid`;

/**
 * Fills an empty database with plans of all phases, spread over organisations and people, straight into the tables;
 * two of three are open, each waits for four things, every seventh is overdue on 1 March 2027.
 */
export async function fillWithPlans(owner: DataSource): Promise<void> {
  const { plans, organisations, coordinators, practitioners } = MANY_PLANS;
  const people = coordinators + practitioners;
  const statements = [
    `INSERT INTO organisations (id, kind, name)
     SELECT ${id('organisation', 'n')}, 'department', 'Afdeling ' || n FROM generate_series(1, ${organisations}) n`,
    `INSERT INTO people (id, given_name, family_name, language, channel, organisation_roles, protected_identity, created_at)
     SELECT ${id('person', 'n')}, 'Test', 'Testesen', 'da', 'mail', '{practitioner}'::text[], false, '2026-01-01'::timestamptz
     FROM generate_series(1, ${people}) n
     UNION ALL
     SELECT ${id('citizen', 'n')}, 'Test', 'Borger', 'da', 'letter', '{}'::text[], false, '2026-01-01'::timestamptz
     FROM generate_series(1, ${plans}) n`,
    `INSERT INTO citizens (person_id, cpr_encrypted, cpr_hash, birth_date)
     SELECT ${id('citizen', 'n')}, '\\x00', sha256(n::text::bytea), '1990-04-05'
     FROM generate_series(1, ${plans}) n`,
    `INSERT INTO plans (
       id, number, citizen_person_id, seq, phase, course_type, cluster, municipality_code, department,
       organisation_id, coordinator_person_id, deputy_person_id, deputy_from, deputy_to, state, wait_state,
       next_step, next_at, overdue_since, started_at, updated_at, ended_at, end_reason
     )
     SELECT ${id('plan', 'n')}, 'KI-2027-' || lpad(n::text, 6, '0'), ${id('citizen', 'n')}, 12,
       CASE WHEN n % 3 = 0 THEN 'ended' ELSE
         (ARRAY['awaitingCitizen', 'consent', 'gathering', 'convening', 'drafting', 'approval', 'distribution', 'followUp'])[1 + n % 8]
       END,
       'coordinated', 'Nord', '0219', 'Ambulatoriet', ${id('organisation', `1 + n % ${organisations}`)},
       CASE WHEN n % 50 <> 0 THEN ${id('person', `1 + n % ${coordinators}`)} END,
       CASE WHEN n % 25 = 0 THEN ${id('person', `1 + n % ${people}`)} END,
       CASE WHEN n % 25 = 0 THEN '2027-02-01'::timestamptz END,
       CASE WHEN n % 25 = 0 THEN '2027-04-01'::timestamptz END,
       jsonb_build_object('planId', ${id('plan', 'n')}, 'padding', repeat('x', 500)),
       '{"waitingFor": ["gatheringAnswer"], "waitingOn": ["jobCentre"], "overdueFor": [], "summary": "Venter"}',
       CASE WHEN n % 3 <> 0 THEN 'remindParty' END,
       CASE WHEN n % 3 <> 0 THEN '2027-03-01'::timestamptz + n % 90 * interval '1 day' END,
       NULL, '2026-01-01'::timestamptz + n % 400 * interval '1 day', '2027-01-01',
       CASE WHEN n % 3 = 0 THEN '2027-01-01'::timestamptz END, CASE WHEN n % 3 = 0 THEN 'completed' END
     FROM generate_series(1, ${plans}) n`,
    `INSERT INTO plan_awaited (
       plan_id, ref, kind, from_kind, participant_id, person_id, organisation_id, since, deadline
     )
     SELECT ${id('plan', 'n')}, 'ref:' || k,
       (ARRAY['gatheringAnswer', 'invitationResponse', 'draftApproval', 'citizenRequest', 'task', 'consentDecision'])[1 + (n + k) % 6],
       CASE WHEN k = 4 THEN 'teamLeader' ELSE 'participant' END, CASE WHEN k < 4 THEN 'p' || k END,
       CASE WHEN k < 4 THEN ${id('person', `1 + (n * 7 + k) % ${people}`)} END,
       ${id('organisation', `1 + (n + k) % ${organisations}`)}, '2027-01-01',
       '2027-03-01'::timestamptz + (CASE WHEN n % 7 = 0 THEN -5 ELSE 5 END + k) * interval '1 day'
     FROM generate_series(1, ${plans}) n, generate_series(1, 4) k WHERE n % 3 <> 0`,
    `INSERT INTO participants (plan_id, participant_id, person_id, role, channel, joined_at, removed_at)
     SELECT ${id('plan', 'n')}, 'p' || k, ${id('person', `1 + (n * 7 + k) % ${people}`)}, 'jobCentre', 'mail',
       '2027-01-01', CASE WHEN k = 5 THEN '2027-02-01'::timestamptz END
     FROM generate_series(1, ${plans}) n, generate_series(1, 5) k`,
    `INSERT INTO disclosure_windows (plan_id, position, subject_kind, subject_id, participant_id, stands_for, kinds)
     SELECT plan_id, right(participant_id, 1)::int, 'person', person_id, participant_id, 'authority', '{course}'::text[]
     FROM participants WHERE removed_at IS NULL
     UNION ALL
     SELECT id, 6, 'person', coordinator_person_id, NULL, 'coordination', '{everything}'::text[]
     FROM plans WHERE coordinator_person_id IS NOT NULL
     UNION ALL
     SELECT id, 7, 'teamLeader', organisation_id, NULL, 'themself', '{lead}'::text[] FROM plans
     UNION ALL
     SELECT id, 8, 'person', citizen_person_id, 'citizen', 'themself', '{everything,accessLog}'::text[] FROM plans`,
    `INSERT INTO tasks (plan_id, task_id, kind, raised_at, deadline, closed_at)
     SELECT ${id('plan', 'n')}, 'task:' || k, 'telephone', '2027-01-01', '2027-03-01'::timestamptz + k * interval '1 day',
       CASE WHEN k > 1 THEN '2027-02-01'::timestamptz END
     FROM generate_series(1, ${plans}) n, generate_series(1, 3) k`,
    `INSERT INTO master_data (plan_id, citizen_person_id, coordinator_person_id, course_type, cluster, municipality_code,
       department, grounds)
     SELECT id, citizen_person_id, coordinator_person_id, course_type, cluster, municipality_code, department, '{}' FROM plans`,
    `INSERT INTO coordination_notes (plan_id, concern, ref, note)
     SELECT ${id('plan', 'n')}, 'task', 'task:' || k, 'Ringet op.' FROM generate_series(1, ${plans}) n, generate_series(2, 3) k`,
    // Each plan was read by the citizen, and before that shown in a list of the coordinator's.
    `INSERT INTO audit_entries (chain, place, entry, key_id, code, hash, at, plan_id, person_id, operation, allowed, listed)
     SELECT 'plan:' || id, 1, '{}', 'k', '', '\\x00'::bytea, '2027-02-02'::timestamptz, id, citizen_person_id, 'getPlan', true, '{}'::uuid[]
     FROM plans
     UNION ALL
     SELECT 'person:' || p.coordinator_person_id, 1, '{}', 'k', '', '\\x00'::bytea, '2027-02-01', NULL, p.coordinator_person_id,
       'listPlans', true, array_agg(p.id)
     FROM plans p WHERE p.coordinator_person_id IS NOT NULL GROUP BY p.coordinator_person_id`,
    `INSERT INTO audit_listed (chain, place, plan_id, at)
     SELECT chain, place, one, at FROM audit_entries, unnest(listed) AS one`,
    'ANALYZE',
  ];
  for (const statement of statements) await owner.query(statement);
}
