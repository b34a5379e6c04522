import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import {
  CONSENT_BASES,
  CONSENT_MANNERS,
  type ConsentBasis,
  type ConsentManner,
  type InformationKind,
  type Purpose,
  PURPOSES,
} from '../../domain/consent/consent.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { PlanEntity } from './plan.entity.js';

/** The ledger of consents: one recipient's part of a consent, from its giving to its end. */
@Entity({ name: 'consent_grants' })
@Index('ix_consent_grants_consent', ['planId', 'consentId'])
@Check('chk_consent_grants_purpose', oneOf('purpose', PURPOSES))
@Check('chk_consent_grants_basis', oneOf('basis', CONSENT_BASES))
@Check(
  'chk_consent_grants_status',
  oneOf('status', ['provisional', 'given', 'replaced', 'narrowed', 'withdrawn', 'expired', 'lapsed']),
)
@Check('chk_consent_grants_manner', oneOf('manner', CONSENT_MANNERS))
@Check('chk_consent_grants_given_by', oneOf('given_by', ['citizen', 'custodyHolder', 'guardian']))
export class ConsentGrantEntity {
  @ForeignKey(() => PlanEntity, { name: 'fk_consent_grants_plan_id' })
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'grant_id', type: 'text' })
  grantId!: string;

  @Column({ name: 'consent_id', type: 'text' })
  consentId!: string;

  @Column({ name: 'participant_id', type: 'text' })
  participantId!: string;

  /** What it covers now. */
  @Column({ name: 'kinds', type: 'text', array: true })
  kinds!: InformationKind[];

  /** What it covered when it was given. */
  @Column({ name: 'granted_kinds', type: 'text', array: true })
  grantedKinds!: InformationKind[];

  @Column({ name: 'purpose', type: 'text' })
  purpose!: Purpose;

  @Column({ name: 'basis', type: 'text' })
  basis!: ConsentBasis;

  @Column({ name: 'valid_from', type: 'timestamptz', transformer: instantColumn })
  validFrom!: Instant;

  @Column({ name: 'valid_to', type: 'timestamptz', transformer: instantColumn })
  validTo!: Instant;

  /** `replaced` by a later consent; `narrowed` until nothing was left. */
  @Column({ name: 'status', type: 'text' })
  status!: 'provisional' | 'given' | 'replaced' | 'narrowed' | 'withdrawn' | 'expired' | 'lapsed';

  @Column({ name: 'manner', type: 'text' })
  manner!: ConsentManner;

  @Column({ name: 'wording_version', type: 'text' })
  wordingVersion!: string;

  @Column({ name: 'given_by', type: 'text' })
  givenBy!: 'citizen' | 'custodyHolder' | 'guardian';

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy!: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', transformer: instantColumn })
  recordedAt!: Instant;

  @Column({ name: 'confirm_by', type: 'timestamptz', transformer: instantColumn, nullable: true })
  confirmBy!: Instant | null;

  @Column({ name: 'confirmed_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  confirmedAt!: Instant | null;

  @Column({ name: 'narrowed_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  narrowedAt!: Instant | null;

  @Column({ name: 'ended_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  endedAt!: Instant | null;

  @Column({ name: 'place', type: 'text' })
  place!: string;

  @Column({ name: 'helper_person_id', type: 'uuid', nullable: true })
  helperPersonId!: string | null;

  /** For the whole consent, which may have several grants. */
  @Column({ name: 'minutes_spent', type: 'integer' })
  minutesSpent!: number;
}
