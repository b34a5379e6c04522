import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { LinkPurpose } from '../../domain/access/access-link.types.js';
import { codeHashOf } from '../../access-links/access-code.js';
import type { FieldCipher } from '../encryption/field-cipher.js';

interface GivenLink {
  readonly linkId: string;
  readonly planId: string;
  readonly participantId: string;
  readonly personId: string;
  readonly purpose: LinkPurpose;
  readonly expiresAt: string;
  readonly tokenHash: Buffer | null;
  readonly codeHash: Buffer;
}

/**
 * What is kept of secrets becomes keyed hashes, so that a row that somebody inserts is nobody's sign-in. Links that are out go on:
 * their hashes are hashed once more. Whoever is signed in at the portal signs in again.
 */
export function keyedSecrets(cipher: FieldCipher): new () => MigrationInterface {
  return class KeyedSecrets1796044000000 implements MigrationInterface {
    readonly name = 'KeyedSecrets1796044000000';

    async up(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query('DELETE FROM sessions');
      await queryRunner.query('ALTER TABLE sessions ADD COLUMN code bytea NOT NULL');
      await wrapLinks(queryRunner, cipher);
      await wrapRequests(queryRunner, cipher);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('Migrations run forward only.'));
    }
  };
}

async function wrapLinks(runner: QueryRunner, cipher: FieldCipher): Promise<void> {
  const links = (await runner.query(
    `SELECT link_id AS "linkId", plan_id AS "planId", participant_id AS "participantId", person_id AS "personId", purpose,
       expires_at AS "expiresAt", token_hash AS "tokenHash", code_hash AS "codeHash" FROM access_links`,
  )) as GivenLink[];
  for (const { tokenHash, codeHash, ...link } of links) {
    await runner.query('UPDATE access_links SET token_hash = $2, code_hash = $3 WHERE link_id = $1', [
      link.linkId,
      tokenHash === null ? null : cipher.secrets.ofPlainHash(tokenHash),
      codeHashOf(cipher, link, codeHash),
    ]);
  }
}

/** A request that is sent again after the upgrade is still known. */
async function wrapRequests(runner: QueryRunner, cipher: FieldCipher): Promise<void> {
  const requests = (await runner.query(
    'SELECT actor_key AS "actorKey", key, request_hash AS "requestHash" FROM idempotency_keys',
  )) as { actorKey: string; key: string; requestHash: Buffer }[];
  for (const { actorKey, key, requestHash } of requests) {
    await runner.query('UPDATE idempotency_keys SET request_hash = $3 WHERE actor_key = $1 AND key = $2', [
      actorKey,
      key,
      requestHashOf(cipher, requestHash),
    ]);
  }
}

function requestHashOf(cipher: FieldCipher, plain: Buffer): Buffer {
  return cipher.hash(`request ${plain.toString('base64')}`);
}
