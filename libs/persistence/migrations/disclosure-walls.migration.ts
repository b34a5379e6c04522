import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // What the gate opens to whom and when, as the wait state is: it follows from the plan's state alone.
  `CREATE TABLE disclosure_windows (
    plan_id uuid NOT NULL,
    position integer NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    participant_id text,
    kinds text[] NOT NULL,
    valid_from timestamptz,
    valid_to timestamptz,
    CONSTRAINT pk_disclosure_windows PRIMARY KEY (plan_id, position),
    CONSTRAINT fk_disclosure_windows_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_disclosure_windows_subject_kind CHECK (subject_kind IN ('person', 'teamLeader'))
  )`,
  'CREATE INDEX ix_disclosure_windows_subject ON disclosure_windows (subject_id, plan_id)',
  // Rows are walled one by one, so what is for different readers stands in different rows.
  `CREATE TABLE master_data (
    plan_id uuid NOT NULL,
    citizen_person_id uuid NOT NULL,
    coordinator_person_id uuid,
    course_type text NOT NULL,
    cluster text NOT NULL,
    municipality_code text NOT NULL,
    department text NOT NULL,
    grounds text[] NOT NULL,
    CONSTRAINT pk_master_data PRIMARY KEY (plan_id),
    CONSTRAINT fk_master_data_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id)
  )`,
  `INSERT INTO master_data (
     plan_id, citizen_person_id, coordinator_person_id, course_type, cluster, municipality_code, department, grounds
   )
   SELECT id, citizen_person_id, coordinator_person_id, course_type, cluster, municipality_code, department,
     ARRAY(SELECT jsonb_array_elements_text(state -> 'grounds'))
   FROM plans`,
  `CREATE TABLE version_parts (
    plan_id uuid NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL,
    content jsonb NOT NULL,
    CONSTRAINT pk_version_parts PRIMARY KEY (plan_id, version, kind),
    CONSTRAINT fk_version_parts_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_version_parts_kind CHECK (kind IN (
      'survey', 'challenges', 'goals', 'followUp', 'citizenWishes', 'crisisPlan'
    ))
  )`,
  `INSERT INTO version_parts (plan_id, version, kind, content)
   SELECT plan_id, version, part.key, part.value
   FROM versions, jsonb_each(content -> 'sections' || jsonb_build_object('goals', content - 'sections')) AS part`,
  'ALTER TABLE versions DROP COLUMN content',
  `CREATE TABLE meeting_agendas (
    plan_id uuid NOT NULL,
    meeting_id text NOT NULL,
    items text[] NOT NULL,
    sent_at timestamptz NOT NULL,
    CONSTRAINT pk_meeting_agendas PRIMARY KEY (plan_id, meeting_id),
    CONSTRAINT fk_meeting_agendas_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id)
  )`,
  `INSERT INTO meeting_agendas (plan_id, meeting_id, items, sent_at)
   SELECT plan_id, meeting_id, agenda, agenda_sent_at FROM meetings WHERE agenda_sent_at IS NOT NULL`,
  `CREATE TABLE meeting_minutes (
    plan_id uuid NOT NULL,
    meeting_id text NOT NULL,
    minutes text NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT pk_meeting_minutes PRIMARY KEY (plan_id, meeting_id),
    CONSTRAINT fk_meeting_minutes_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id)
  )`,
  `INSERT INTO meeting_minutes (plan_id, meeting_id, minutes, recorded_at)
   SELECT plan_id, meeting_id, minutes, minutes_recorded_at FROM meetings WHERE minutes IS NOT NULL`,
  `CREATE TABLE coordination_notes (
    plan_id uuid NOT NULL,
    concern text NOT NULL,
    ref text NOT NULL,
    note text NOT NULL,
    CONSTRAINT pk_coordination_notes PRIMARY KEY (plan_id, concern, ref),
    CONSTRAINT fk_coordination_notes_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_coordination_notes_concern CHECK (concern IN (
      'participantRemoval', 'meetingChange', 'meetingWithoutCitizen', 'versionLock', 'task', 'hold', 'end'
    ))
  )`,
  `INSERT INTO coordination_notes (plan_id, concern, ref, note)
   SELECT plan_id, 'participantRemoval', participant_id, removal_reason FROM participants WHERE removal_reason IS NOT NULL
   UNION ALL
   SELECT plan_id, 'meetingChange', meeting_id, change_reason FROM meetings WHERE change_reason IS NOT NULL
   UNION ALL
   SELECT plan_id, 'meetingWithoutCitizen', meeting_id, without_citizen_reason FROM meetings
   WHERE without_citizen_reason IS NOT NULL
   UNION ALL
   SELECT plan_id, 'versionLock', version::text, lock_reason FROM versions WHERE lock_reason IS NOT NULL
   UNION ALL
   SELECT plan_id, 'task', task_id, note FROM tasks WHERE note IS NOT NULL
   UNION ALL
   SELECT id, 'hold', '', hold_reason FROM plans WHERE hold_reason IS NOT NULL
   UNION ALL
   SELECT id, 'end', '', end_note FROM plans WHERE end_note IS NOT NULL`,
  'ALTER TABLE participants DROP COLUMN removal_reason',
  `ALTER TABLE meetings DROP COLUMN agenda, DROP COLUMN agenda_sent_at, DROP COLUMN change_reason,
     DROP COLUMN without_citizen_reason, DROP COLUMN minutes, DROP COLUMN minutes_recorded_at`,
  'ALTER TABLE versions DROP COLUMN lock_reason',
  'ALTER TABLE tasks DROP COLUMN note',
  'ALTER TABLE plans DROP CONSTRAINT chk_plans_hold_reason, DROP COLUMN hold_reason, DROP COLUMN end_note',
];

/** Makes room for the second wall: who may see what stands in a table, and what differs in that stands in rows apart. */
export class DisclosureWalls1774656000000 implements MigrationInterface {
  readonly name = 'DisclosureWalls1774656000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
