import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { AssuranceLevel } from '../../identity/claims/assurance.js';
import type { OrganisationRole } from '../../domain/plan/actor.js';
import { instantColumn } from '../columns.js';
import { AccessLinkEntity } from './access-link.entity.js';
import { PersonEntity } from './person.entity.js';

/** Somebody who is signed in at the portal, or was until lately. */
@Entity({ name: 'sessions' })
@Unique('uq_sessions_attempt_hash', ['attemptHash'])
@Index('ix_sessions_person', ['personId'])
@Index('ix_sessions_provider_session', ['providerSessionHash'])
@Index('ix_sessions_subject', ['subjectKey'])
@Index('ix_sessions_ends', ['endsAt'])
@Index('ix_sessions_access_link', ['accessLinkId'], { where: 'access_link_id IS NOT NULL' })
@Check(
  'chk_sessions_way',
  '(access_link_id IS NULL) = (subject_key IS NOT NULL AND id_token_sealed IS NOT NULL)',
)
export class SessionEntity {
  /** Keyed hash of the id, which the browser alone has. */
  @PrimaryColumn({ name: 'id_hash', type: 'bytea' })
  idHash!: Buffer;

  @ForeignKey(() => PersonEntity, { name: 'fk_sessions_person_id', onDelete: 'CASCADE' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  /** Keyed hash of the sign-in's state, or of what names the access link: each leads to one session. */
  @Column({ name: 'attempt_hash', type: 'bytea' })
  attemptHash!: Buffer;

  /** By whom the provider knows the person, as a keyed hash. */
  @Column({ name: 'subject_key', type: 'text', nullable: true })
  subjectKey!: string | null;

  /** The access link by which the person came instead of signing in. */
  @ForeignKey(() => AccessLinkEntity, { name: 'fk_sessions_access_link_id', onDelete: 'CASCADE' })
  @Column({ name: 'access_link_id', type: 'uuid', nullable: true })
  accessLinkId!: string | null;

  /** Keyed hash of the provider's own session, by which it tells of a log-out. */
  @Column({ name: 'provider_session_hash', type: 'bytea', nullable: true })
  providerSessionHash!: Buffer | null;

  /** The organisation that was signed in for. */
  @Column({ name: 'cvr', type: 'text', nullable: true })
  cvr!: string | null;

  @Column({ name: 'organisation_asked', type: 'boolean' })
  organisationAsked!: boolean;

  /** Null where the provider says nothing of roles. */
  @Column({ name: 'roles', type: 'text', array: true, nullable: true })
  roles!: OrganisationRole[] | null;

  /** The provider's ID token, sealed; it is shown to the provider at log-out. */
  @Column({ name: 'id_token_sealed', type: 'text', nullable: true })
  idTokenSealed!: string | null;

  /** When the person signed in, as their provider says; null if it does not, and for who came by a link. */
  @Column({ name: 'signed_in_at', type: 'timestamptz', nullable: true, transformer: instantColumn })
  signedInAt!: Instant | null;

  /** How surely. */
  @Column({ name: 'assurance', type: 'text', nullable: true })
  assurance!: AssuranceLevel | null;

  @Column({ name: 'begun_at', type: 'timestamptz', transformer: instantColumn })
  begunAt!: Instant;

  /** When the person last did something. */
  @Column({ name: 'seen_at', type: 'timestamptz', transformer: instantColumn })
  seenAt!: Instant;

  /** When it ends at the latest. */
  @Column({ name: 'ends_at', type: 'timestamptz', transformer: instantColumn })
  endsAt!: Instant;

  /** When it was ended before that. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true, transformer: instantColumn })
  endedAt!: Instant | null;

  /** Holds together who is signed in by it and for how long: a row that was put in its place has no code that fits. */
  @Column({ name: 'code', type: 'bytea' })
  code!: Buffer;
}
