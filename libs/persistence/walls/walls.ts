import { COORDINATING_ROLES } from '../../domain/standing/standing.js';

/**
 * Who may read what, table by table, as conditions of row-level security (PostgreSQL, 5.9). They go by the windows that
 * the gate has written; of these a reader sees the own ones only, and only while they are open. A read that filters
 * wrongly, or not at all, finds no row beyond them.
 */
const PERSON = "NULLIF(current_setting('kiplan.person', true), '')::uuid";
/** Where the reader works and as what by the register, in the very snapshot that is read; not what a process says. */
const WORKS_IN = "COALESCE(NULLIF(current_setting('kiplan.works_in', true), ''), '{}')::uuid[]";
const ROLES = "COALESCE(NULLIF(current_setting('kiplan.roles', true), ''), '{}')::text[]";
const LED = `(CASE WHEN 'teamLeader' = ANY (${ROLES}) THEN (${WORKS_IN})[1:1] ELSE '{}' END)`;
const AT = "NULLIF(current_setting('kiplan.at', true), '')::timestamptz";
const AUDITOR = `'auditor' = ANY (${ROLES})`;
/** Who came by a link reads that link's plan only. */
const PLAN = "NULLIF(current_setting('kiplan.plan', true), '')::uuid";
const ADMINISTRATOR = `'administrator' = ANY (${ROLES})`;

/** Whether the reader still is what a window to a person rests on (`standing.ts`); from before there were organisations in it, any. */
const STANDS = `(
  stands_for = 'themself' OR (
    (CASE WHEN organisation_id IS NULL THEN cardinality(${WORKS_IN}) > 0 ELSE organisation_id = ANY (${WORKS_IN}) END)
    AND (stands_for = 'authority' OR ${ROLES} && ARRAY[${COORDINATING_ROLES.map((role) => `'${role}'`).join(', ')}])
  ))`;

/** What is open to the reader of the plan that a row belongs to. */
function open(table: string, ...kinds: readonly string[]): string {
  const any = kinds.length === 0 ? '' : ` AND w.kinds && ARRAY[${kinds.join(', ')}]`;
  return `EXISTS (SELECT FROM disclosure_windows w WHERE w.plan_id = ${table}.plan_id${any})`;
}

const kind = (name: string): string => `'${name}'`;
const EVERYTHING = kind('everything');
const LEAD = kind('lead');

/** For those who see a kind of information, or the whole plan. */
function ofKind(table: string, ...names: readonly string[]): string {
  return open(table, ...names.map(kind), EVERYTHING);
}

/** For the participant whom the row is about, as long as they may know of the plan. */
function own(table: string, column = 'participant_id'): string {
  return `EXISTS (SELECT FROM disclosure_windows w WHERE w.plan_id = ${table}.plan_id AND w.participant_id = ${table}.${column})`;
}

/** For those who keep the register: administrators, and whoever leads the team that somebody works in. */
function ofRegister(column: string): readonly string[] {
  return [
    ADMINISTRATOR,
    `EXISTS (SELECT FROM people p WHERE p.id = ${column} AND p.organisation_id = ANY (${LED}))`,
  ];
}

function either(...conditions: readonly string[]): string {
  return conditions.map((one) => `(${one})`).join(' OR ');
}

/** Somebody who takes part in a plan of which the reader may see so much, and of whom it shows what the register has. */
function takesPart(column: string, ...names: readonly string[]): string {
  return `EXISTS (
    SELECT FROM participants p JOIN disclosure_windows w ON w.plan_id = p.plan_id
    WHERE p.person_id = ${column} AND p.shows_register AND w.kinds && ARRAY[${names.map(kind).join(', ')}])`;
}

/** The citizen of a plan in which the reader stands for an authority that may have so much: they know whom they treat. */
function treats(column: string, name: string): string {
  return `EXISTS (
    SELECT FROM participants p JOIN disclosure_windows w ON w.plan_id = p.plan_id
    JOIN participants own ON own.plan_id = w.plan_id AND own.participant_id = w.participant_id
    WHERE p.person_id = ${column} AND p.role = 'citizen' AND p.shows_register
      AND own.organisation_id IS NOT NULL AND w.kinds && ARRAY[${kind(name)}])`;
}

/** Whom a reader reads each table by; a table that is not here cannot be read by anybody but the record. */
export const WALLS: Readonly<Record<string, string>> = {
  disclosure_windows: `(
      (subject_kind = 'person' AND subject_id = ${PERSON} AND ${STANDS}) OR (subject_kind = 'teamLeader' AND subject_id = ANY (${LED}))
    ) AND (${PLAN} IS NULL OR plan_id = ${PLAN}) AND (valid_from IS NULL OR valid_from <= ${AT}) AND (valid_to IS NULL OR ${AT} < valid_to)`,
  plans: 'EXISTS (SELECT FROM disclosure_windows w WHERE w.plan_id = plans.id)',
  master_data: ofKind('master_data', 'masterData'),
  plan_events: either(
    open('plan_events', EVERYTHING),
    // While nobody coordinates, the letters are the team leader's: of the events those that an open letter is about.
    `EXISTS (
      SELECT FROM tasks t JOIN disclosure_windows w ON w.plan_id = t.plan_id AND w.kinds @> ARRAY['lead', 'contactDetails']
      WHERE t.plan_id = plan_events.plan_id AND t.kind = 'sendLetter' AND t.closed_at IS NULL
        AND split_part(t.task_id, ':', 2) = plan_events.seq::text)`,
  ),
  plan_awaited: either(
    open('plan_awaited', EVERYTHING, LEAD),
    own('plan_awaited'),
    `person_id = ${PERSON} AND ${open('plan_awaited')}`,
    `from_kind = 'organisation' AND organisation_id = ANY (${LED}) AND ${open('plan_awaited')}`,
  ),
  duty_periods: open('duty_periods', EVERYTHING, LEAD),
  participants: either(ofKind('participants', 'masterData'), own('participants')),
  consent_grants: either(open('consent_grants', EVERYTHING), own('consent_grants')),
  consent_attempts: open('consent_attempts', EVERYTHING),
  statutory_bases: either(open('statutory_bases', EVERYTHING), own('statutory_bases')),
  gathering_requests: either(open('gathering_requests', EVERYTHING), own('gathering_requests')),
  existing_plans: either(
    open(
      'existing_plans',
      kind('existingPlans'),
      EVERYTHING,
      "'existingPlans:' || existing_plans.participant_id",
    ),
    own('existing_plans'),
  ),
  overlap_decisions: ofKind('overlap_decisions', 'existingPlans'),
  meetings: open('meetings'),
  meeting_option_answers: either(
    ofKind('meeting_option_answers', 'masterData'),
    own('meeting_option_answers'),
  ),
  meeting_invitations: either(ofKind('meeting_invitations', 'masterData'), own('meeting_invitations')),
  meeting_attendance: either(ofKind('meeting_attendance', 'masterData'), own('meeting_attendance')),
  meeting_agendas: either(
    open('meeting_agendas', EVERYTHING),
    `EXISTS (
      SELECT FROM meeting_invitations i JOIN disclosure_windows w
        ON w.plan_id = i.plan_id AND w.participant_id = i.participant_id
      WHERE i.plan_id = meeting_agendas.plan_id AND i.meeting_id = meeting_agendas.meeting_id AND i.withdrawn_at IS NULL
        AND w.kinds && ARRAY['appointments', 'everything'])`,
  ),
  meeting_minutes: ofKind('meeting_minutes', 'goals'),
  section_revisions: open('section_revisions', 'section_revisions.section', EVERYTHING),
  goals: ofKind('goals', 'goals'),
  agreements: either(ofKind('agreements', 'goals'), own('agreements', 'responsible_participant_id')),
  versions: open('versions'),
  version_parts: open('version_parts', 'version_parts.kind', EVERYTHING),
  approvals: either(open('approvals', EVERYTHING), own('approvals')),
  deliveries: either(open('deliveries', EVERYTHING), own('deliveries')),
  delivery_events: either(open('delivery_events', EVERYTHING), own('delivery_events')),
  follow_ups: ofKind('follow_ups', 'followUp'),
  citizen_requests: open('citizen_requests', EVERYTHING, LEAD),
  coordinator_periods: either(
    open('coordinator_periods', EVERYTHING, LEAD),
    `EXISTS (SELECT FROM handovers h WHERE h.plan_id = coordinator_periods.plan_id AND h.successor_person_id = ${PERSON})
     AND ${open('coordinator_periods', kind('course'))}`,
  ),
  handovers: either(
    open('handovers', EVERYTHING, LEAD),
    `successor_person_id = ${PERSON} AND ${open('handovers', kind('course'))}`,
  ),
  access_links: open('access_links', EVERYTHING),
  tasks: open('tasks', EVERYTHING, LEAD),
  coordination_notes: open('coordination_notes', EVERYTHING),
  // Ids and codes: what was sent says nothing of what it is about.
  notices: open('notices', EVERYTHING),
  documents: either(
    open('documents', 'documents.kind', EVERYTHING, "documents.kind || ':' || documents.participant_id"),
    own('documents'),
  ),
  // Names of staff are no secret; all others are known to those who see with whom they take part.
  people: either(
    `id = ${PERSON}`,
    'cardinality(organisation_roles) > 0 AND NOT protected_identity',
    `NOT protected_identity AND ${takesPart('people.id', 'masterData', 'everything')}`,
    takesPart('people.id', 'everything'),
    treats('people.id', 'masterData'),
    `EXISTS (SELECT FROM plans p WHERE people.id = p.coordinator_person_id)`,
    ADMINISTRATOR,
    `organisation_id = ANY (${LED})`,
  ),
  contact_details: either(
    `person_id = ${PERSON}`,
    takesPart('contact_details.person_id', 'everything'),
    `${takesPart('contact_details.person_id', 'contactDetails')}
     AND EXISTS (SELECT FROM people WHERE people.id = contact_details.person_id AND NOT people.protected_identity)`,
    `EXISTS (SELECT FROM plans p WHERE contact_details.person_id = p.coordinator_person_id)`,
    ...ofRegister('contact_details.person_id'),
  ),
  person_revisions: either(
    `person_id = ${PERSON}`,
    takesPart('person_revisions.person_id', 'everything'),
    ...ofRegister('person_revisions.person_id'),
  ),
  erasure_holds: ADMINISTRATOR,
  organisation_revisions: either(ADMINISTRATOR, `organisation_id = ANY (${LED})`),
  citizens: either(
    `person_id = ${PERSON}`,
    takesPart('citizens.person_id', 'masterData', 'everything'),
    ADMINISTRATOR,
  ),
  introductions: `EXISTS (
    SELECT FROM participants p JOIN disclosure_windows w ON w.plan_id = p.plan_id
    WHERE p.person_id = introductions.person_id AND w.kinds && ARRAY['masterData', 'everything'])`,
  audit_entries: either(
    AUDITOR,
    `person_id = ${PERSON}`,
    `subject_person_id = ${PERSON}`,
    open('audit_entries', kind('accessLog')),
    `EXISTS (SELECT FROM audit_listed l WHERE l.chain = audit_entries.chain AND l.place = audit_entries.place)`,
  ),
  audit_listed: either(AUDITOR, open('audit_listed', kind('accessLog'))),
};

/** Tables without anything that is anybody's own: readers read them as they are. */
export const OPEN_TABLES: readonly string[] = ['organisations', 'erasure_keys'];
