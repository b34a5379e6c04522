export const CONSENT_TABLES: readonly string[] = [
  `CREATE TABLE consent_grants (
    plan_id uuid NOT NULL,
    grant_id text NOT NULL,
    consent_id text NOT NULL,
    participant_id text NOT NULL,
    kinds text[] NOT NULL,
    granted_kinds text[] NOT NULL,
    purpose text NOT NULL,
    basis text NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to timestamptz NOT NULL,
    status text NOT NULL,
    manner text NOT NULL,
    wording_version text NOT NULL,
    given_by text NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    confirm_by timestamptz,
    confirmed_at timestamptz,
    narrowed_at timestamptz,
    ended_at timestamptz,
    place text NOT NULL,
    helper_person_id uuid,
    minutes_spent integer NOT NULL,
    CONSTRAINT pk_consent_grants PRIMARY KEY (plan_id, grant_id),
    CONSTRAINT fk_consent_grants_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_consent_grants_purpose CHECK (purpose IN ('coordination', 'evaluation')),
    CONSTRAINT chk_consent_grants_basis CHECK (basis IN (
      'healthAct43', 'adminAct28', 'serviceAct', 'gdprArticle9', 'custodyHolder'
    )),
    CONSTRAINT chk_consent_grants_status CHECK (status IN (
      'provisional', 'given', 'replaced', 'narrowed', 'withdrawn', 'expired', 'lapsed'
    )),
    CONSTRAINT chk_consent_grants_manner CHECK (manner IN ('oral', 'written', 'digital')),
    CONSTRAINT chk_consent_grants_given_by CHECK (given_by IN ('citizen', 'custodyHolder', 'guardian'))
  )`,
  'CREATE INDEX ix_consent_grants_consent ON consent_grants (plan_id, consent_id)',
  `CREATE TABLE consent_attempts (
    plan_id uuid NOT NULL,
    seq integer NOT NULL,
    participant_ids text[] NOT NULL,
    outcome text NOT NULL,
    place text,
    helper_person_id uuid,
    minutes_spent integer,
    reason text,
    at timestamptz NOT NULL,
    CONSTRAINT pk_consent_attempts PRIMARY KEY (plan_id, seq),
    CONSTRAINT fk_consent_attempts_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_consent_attempts_outcome CHECK (outcome IN (
      'notReached', 'postponed', 'askedAgain', 'refused'
    ))
  )`,
  `CREATE TABLE statutory_bases (
    plan_id uuid NOT NULL,
    basis_id text NOT NULL,
    participant_id text NOT NULL,
    basis text NOT NULL,
    kinds text[] NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to timestamptz NOT NULL,
    reason text NOT NULL,
    extent text NOT NULL,
    citizen_told boolean NOT NULL,
    not_told_because text,
    recorded_at timestamptz NOT NULL,
    ended_at timestamptz,
    end_reason text,
    CONSTRAINT pk_statutory_bases PRIMARY KEY (plan_id, basis_id),
    CONSTRAINT fk_statutory_bases_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id),
    CONSTRAINT chk_statutory_bases_basis CHECK (basis IN (
      'vitalInterest', 'valueSpring', 'ssdCooperation', 'adminAct28Section2', 'dutyToNotify',
      'courtOrder'
    ))
  )`,
];
