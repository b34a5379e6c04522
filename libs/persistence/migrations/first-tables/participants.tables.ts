export const PARTICIPANTS_TABLES: readonly string[] = [
  `CREATE TABLE participants (
    plan_id uuid NOT NULL,
    participant_id text NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    organisation_id uuid,
    channel text NOT NULL,
    joined_at timestamptz NOT NULL,
    removed_at timestamptz,
    removal_reason text,
    CONSTRAINT pk_participants PRIMARY KEY (plan_id, participant_id),
    CONSTRAINT fk_participants_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT fk_participants_person_id FOREIGN KEY (person_id) REFERENCES people (id),
    CONSTRAINT chk_participants_role CHECK (role IN (
      'citizen', 'custodyHolder', 'regionalPsychiatry', 'municipality', 'socialPsychiatry',
      'housingSupport', 'substanceTreatment', 'jobCentre', 'gp', 'probation', 'school',
      'educationalPsychology', 'otherAuthority', 'relative', 'laySupporter', 'guardian'
    )),
    CONSTRAINT chk_participants_channel CHECK (channel IN ('mail', 'letter', 'telephone', 'inPerson'))
  )`,
  'CREATE INDEX ix_participants_person ON participants (person_id) WHERE removed_at IS NULL',
];
