import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { InformationKind } from '../../domain/consent/consent.types.js';
import type { NoticeKind, NoticeRecipient } from '../../domain/notice/notice.types.js';
import { instantColumn, oneOf } from '../columns.js';
import { AccessLinkEntity } from './access-link.entity.js';
import { PlanEntity } from './plan.entity.js';

/** The outbox: what is to be told to whom, and what became of it. */
@Entity({ name: 'notices' })
@Index('ix_notices_due', ['shard', 'dueAt'], { where: "status = 'queued'" })
@Index('ix_notices_claimed', ['claimedAt'], { where: "status = 'claimed'" })
@Index('ix_notices_message', ['messageId'], { where: 'message_id IS NOT NULL' })
@Index('ix_notices_plan', ['planId', 'createdAt', 'id'])
@Index('ix_notices_under_way', ['addresseePersonId'], {
  where: "status = 'claimed' AND message_id IS NOT NULL",
})
@Index('ix_notices_access_link', ['accessLinkId'], { where: 'access_link_id IS NOT NULL' })
@Index('ix_notices_gathered', ['gatheredFor', 'dueAt'], {
  where: "status = 'queued' AND gathered_for IS NOT NULL",
})
@Unique('uq_notices_key', ['key'])
@Check(
  'chk_notices_status',
  oneOf('status', ['queued', 'claimed', 'accepted', 'refused', 'withheld', 'moot', 'uncertain', 'toPrint']),
)
export class NoticeEntity {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  /** Plan, occasion, occurrence, recipient. */
  @Column({ name: 'key', type: 'text' })
  key!: string;

  @ForeignKey(() => PlanEntity, { name: 'fk_notices_plan_id' })
  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  /** The person to whom it was to go when it was queued: what goes to one person is gathered into one mail. */
  @Column({ name: 'gathered_for', type: 'uuid', nullable: true })
  gatheredFor!: string | null;

  @Column({ name: 'kind', type: 'text' })
  kind!: NoticeKind;

  @Column({ name: 'recipient', type: 'jsonb' })
  recipient!: NoticeRecipient;

  @Column({ name: 'discloses', type: 'text', nullable: true })
  discloses!: InformationKind | null;

  @Column({ name: 'ref', type: 'text', nullable: true })
  ref!: string | null;

  @Column({ name: 'meeting_id', type: 'text', nullable: true })
  meetingId!: string | null;

  @Column({ name: 'sequence', type: 'integer', nullable: true })
  sequence!: number | null;

  /** The SEQUENCE of its calendar entry; `sequence` where it is unknown. */
  @Column({ name: 'entry_sequence', type: 'integer', nullable: true })
  entrySequence!: number | null;

  @Column({ name: 'version', type: 'integer', nullable: true })
  version!: number | null;

  /** The access link that it brings. */
  @ForeignKey(() => AccessLinkEntity, { name: 'fk_notices_access_link_id' })
  @Column({ name: 'access_link_id', type: 'uuid', nullable: true })
  accessLinkId!: string | null;

  @Column({ name: 'shard', type: 'smallint' })
  shard!: number;

  @Column({ name: 'status', type: 'text' })
  status!: 'queued' | 'claimed' | 'accepted' | 'refused' | 'withheld' | 'moot' | 'uncertain' | 'toPrint';

  @Column({ name: 'due_at', type: 'timestamptz', transformer: instantColumn })
  dueAt!: Instant;

  @Column({ name: 'attempts', type: 'integer' })
  attempts!: number;

  @Column({ name: 'claimed_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  claimedAt!: Instant | null;

  @Column({ name: 'claimed_by', type: 'text', nullable: true })
  claimedBy!: string | null;

  @Column({ name: 'sent_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  sentAt!: Instant | null;

  @Column({ name: 'message_id', type: 'text', nullable: true })
  messageId!: string | null;

  @Column({ name: 'code', type: 'text', nullable: true })
  code!: string | null;

  /** To whom its mail went, or is just going: whoever leaves the register waits for it. */
  @Column({ name: 'addressee_person_id', type: 'uuid', nullable: true })
  addresseePersonId!: string | null;

  /** UID of the calendar entry that goes along; null for entries of older releases, which all of a meeting's had the same. */
  @Column({ name: 'entry_uid', type: 'text', nullable: true })
  entryUid!: string | null;

  /** The address to which a calendar entry has the answer sent; null for the sender of all mails. */
  @Column({ name: 'organizer', type: 'text', nullable: true })
  organizer!: string | null;

  /** When a mail server reported that it had reached the recipient's mailbox. */
  @Column({ name: 'delivered_at', type: 'timestamptz', transformer: instantColumn, nullable: true })
  deliveredAt!: Instant | null;

  @Column({ name: 'created_at', type: 'timestamptz', transformer: instantColumn })
  createdAt!: Instant;
}
