import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { LINK_PURPOSES, type LinkPurpose } from '../../domain/access/access-link.types.js';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn, oneOf } from '../columns.js';
import { PersonEntity } from './person.entity.js';
import { PlanEntity } from './plan.entity.js';

/** A link by which somebody without a sign-in gets to one plan, for one purpose, once. */
@Entity({ name: 'access_links' })
@Unique('uq_access_links_token_hash', ['tokenHash'])
@Index('ix_access_links_plan', ['planId', 'givenAt'])
@Index('ix_access_links_person', ['personId'])
@Check('chk_access_links_purpose', oneOf('purpose', LINK_PURPOSES))
export class AccessLinkEntity {
  @PrimaryColumn({ name: 'link_id', type: 'uuid' })
  linkId!: string;

  @ForeignKey(() => PlanEntity, { name: 'fk_access_links_plan_id' })
  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'participant_id', type: 'text' })
  participantId!: string;

  /** Who it was given to; it opens nothing for another who takes the participant's place. */
  @ForeignKey(() => PersonEntity, { name: 'fk_access_links_person_id' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'purpose', type: 'text' })
  purpose!: LinkPurpose;

  /** Keyed hash of the token, which the mail alone has; null until the mail is written. */
  @Column({ name: 'token_hash', type: 'bytea', nullable: true })
  tokenHash!: Buffer | null;

  /** Keyed hash of the code, which is told by another way, together with what the link is. */
  @Column({ name: 'code_hash', type: 'bytea' })
  codeHash!: Buffer;

  /** How often a wrong code was given. */
  @Column({ name: 'wrong_codes', type: 'integer' })
  wrongCodes!: number;

  @Column({ name: 'given_at', type: 'timestamptz', transformer: instantColumn })
  givenAt!: Instant;

  @Column({ name: 'given_by_person_id', type: 'uuid' })
  givenByPersonId!: string;

  @Column({ name: 'expires_at', type: 'timestamptz', transformer: instantColumn })
  expiresAt!: Instant;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true, transformer: instantColumn })
  revokedAt!: Instant | null;

  @Column({ name: 'revoked_by_person_id', type: 'uuid', nullable: true })
  revokedByPersonId!: string | null;

  /** When it led to its one session. */
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true, transformer: instantColumn })
  usedAt!: Instant | null;
}
