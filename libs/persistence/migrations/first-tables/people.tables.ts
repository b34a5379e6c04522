export const PEOPLE_TABLES: readonly string[] = [
  `CREATE TABLE organisations (
    id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    parent_id uuid,
    cvr text,
    sor text,
    municipality_code text,
    region_code text,
    leader_person_id uuid,
    CONSTRAINT pk_organisations PRIMARY KEY (id),
    CONSTRAINT fk_organisations_parent_id FOREIGN KEY (parent_id) REFERENCES organisations (id),
    CONSTRAINT chk_organisations_kind CHECK (kind IN (
      'region', 'municipality', 'department', 'provider', 'stateAuthority'
    ))
  )`,
  'CREATE INDEX ix_organisations_parent ON organisations (parent_id)',
  'CREATE INDEX ix_organisations_leader ON organisations (leader_person_id)',
  `CREATE TABLE people (
    id uuid NOT NULL,
    given_name text NOT NULL,
    family_name text NOT NULL,
    email text,
    telephone text,
    address text,
    language text NOT NULL,
    channel text NOT NULL,
    organisation_id uuid,
    organisation_roles text[] NOT NULL,
    protected_identity boolean NOT NULL,
    subject text,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_people PRIMARY KEY (id),
    CONSTRAINT uq_people_subject UNIQUE (subject),
    CONSTRAINT fk_people_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id),
    CONSTRAINT chk_people_language CHECK (language IN ('da', 'en')),
    CONSTRAINT chk_people_channel CHECK (channel IN ('mail', 'letter', 'telephone', 'inPerson'))
  )`,
  'CREATE INDEX ix_people_organisation ON people (organisation_id)',
  `CREATE TABLE citizens (
    person_id uuid NOT NULL,
    cpr_encrypted bytea NOT NULL,
    cpr_hash bytea NOT NULL,
    birth_date date NOT NULL,
    deceased boolean NOT NULL,
    CONSTRAINT pk_citizens PRIMARY KEY (person_id),
    CONSTRAINT uq_citizens_cpr_hash UNIQUE (cpr_hash),
    CONSTRAINT fk_citizens_person_id FOREIGN KEY (person_id) REFERENCES people (id)
  )`,
  'ALTER TABLE organisations ADD CONSTRAINT fk_organisations_leader_person_id FOREIGN KEY (leader_person_id) REFERENCES people (id)',
];
