import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/index.js';
import { instantColumn } from '../columns.js';

/** The end of a chain of the audit, and how far it has been sealed. */
@Entity({ name: 'audit_heads' })
@Index('ix_audit_heads_unsealed', ['chain'], { where: 'place > sealed_place' })
export class AuditHeadEntity {
  @PrimaryColumn({ name: 'chain', type: 'text' })
  chain!: string;

  @Column({ name: 'place', type: 'integer' })
  place!: number;

  @Column({ name: 'hash', type: 'bytea' })
  hash!: Buffer;

  @Column({ name: 'sealed_place', type: 'integer' })
  sealedPlace!: number;
}

/** A signed seal over the ends of all chains that had grown. */
@Entity({ name: 'audit_seals' })
@Index('ix_audit_seals_key', ['keyId'])
export class AuditSealEntity {
  @PrimaryColumn({ name: 'number', type: 'integer' })
  number!: number;

  @Column({ name: 'at', type: 'timestamptz', transformer: instantColumn })
  at!: Instant;

  @Column({ name: 'hash', type: 'bytea' })
  hash!: Buffer;

  @Column({ name: 'key_id', type: 'text' })
  keyId!: string;

  @Column({ name: 'signature', type: 'bytea' })
  signature!: Buffer;

  /** The newest seal that was known to be kept outside, with the name of its anchors. */
  @Column({ name: 'anchored', type: 'text', nullable: true })
  anchored!: string | null;
}

/** The end of one chain, as a seal took it in. */
@Entity({ name: 'audit_sealed_heads' })
@Index('ix_audit_sealed_heads_chain', ['chain', 'place'])
export class AuditSealedHeadEntity {
  @ForeignKey(() => AuditSealEntity, { name: 'fk_audit_sealed_heads_number' })
  @PrimaryColumn({ name: 'number', type: 'integer' })
  number!: number;

  @PrimaryColumn({ name: 'chain', type: 'text' })
  chain!: string;

  @Column({ name: 'place', type: 'integer' })
  place!: number;

  @Column({ name: 'hash', type: 'bytea' })
  hash!: Buffer;
}
