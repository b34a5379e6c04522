import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';

/** Until when a shard's drain is awake and needs no poke. */
@Entity({ name: 'notice_leases' })
export class NoticeLeaseEntity {
  @PrimaryColumn({ name: 'shard', type: 'smallint' })
  shard!: number;

  @Column({ name: 'awake_until', type: 'timestamptz', transformer: instantColumn, nullable: true })
  awakeUntil!: Instant | null;
}
