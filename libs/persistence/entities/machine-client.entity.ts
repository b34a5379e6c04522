import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import type { ClientScope } from '../../domain/plan/actor.js';
import { instantColumn } from '../columns.js';
import { OrganisationEntity } from './organisation.entity.js';
import { PersonEntity } from './person.entity.js';

/** A machine that may sign in for an organisation; one that ended may be registered anew, and stays on record. */
@Entity({ name: 'machine_clients' })
@Index('uix_machine_clients_current', ['clientId'], { unique: true, where: 'ended_at IS NULL' })
export class MachineClientEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  /** As the identity provider calls it. */
  @Column({ name: 'client_id', type: 'text' })
  clientId!: string;

  /** What it is for, in words. */
  @Column({ name: 'name', type: 'text' })
  name!: string;

  /** Null for a machine of the whole system. */
  @ForeignKey(() => OrganisationEntity, { name: 'fk_machine_clients_organisation_id' })
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'scopes', type: 'text', array: true })
  scopes!: ClientScope[];

  @ForeignKey(() => PersonEntity, { name: 'fk_machine_clients_registered_by' })
  @Column({ name: 'registered_by', type: 'uuid' })
  registeredBy!: string;

  @Column({ name: 'registered_at', type: 'timestamptz', transformer: instantColumn })
  registeredAt!: Instant;

  @ForeignKey(() => PersonEntity, { name: 'fk_machine_clients_ended_by' })
  @Column({ name: 'ended_by', type: 'uuid', nullable: true })
  endedBy!: string | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true, transformer: instantColumn })
  endedAt!: Instant | null;

  /** Over what of the row decides who somebody is; written and held against it by the data source. */
  @Column({ name: 'code', type: 'text', nullable: true, select: false })
  code?: string | null;
}
