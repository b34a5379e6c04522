import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../apps/local/sign-in/visitor.js';
import { newSecret } from '../../libs/identity/secret.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { LinkStage, type Outsider } from './link-stage.js';

const COOKIE = 'kiplan-session';
const COLUMNS = `id_hash, person_id, attempt_hash, subject_key, access_link_id, provider_session_hash, cvr, organisation_asked,
  roles, id_token_sealed, begun_at, seen_at, ends_at, ended_at, code`;

let stage: LinkStage;

beforeAll(async () => {
  stage = await LinkStage.start();
});
afterAll(() => stage.stop());

const plain = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
const query = (sql: string, values: unknown[] = []): Promise<unknown> =>
  stage.api.database.query(sql, values);

/** The status of the first page for a browser with this session. */
async function status(session: string): Promise<number> {
  const response = await fetch(`${stage.portalUrl}/access-link/opened`, {
    headers: { Cookie: `${COOKIE}=${session}` },
    redirect: 'manual',
  });
  return response.status;
}

async function entered(outsider: Outsider): Promise<{ visitor: Visitor; session: string }> {
  const { path, code } = await stage.mailed(outsider, 'readPlan');
  const { visitor } = await stage.enter(path, code);
  const session = stage.session(visitor) ?? '';
  expect(await status(session)).toBe(200);
  return { visitor, session };
}

describe('whoever has the database but not the keys', () => {
  it('signs nobody in by a row of their own', async () => {
    const { session } = await entered(await stage.outsider());
    const mine = newSecret();
    await query(
      `INSERT INTO sessions (${COLUMNS})
       SELECT $2, person_id, $3, subject_key, access_link_id, provider_session_hash, cvr, organisation_asked, roles,
         id_token_sealed, begun_at, seen_at, ends_at, ended_at, code
       FROM sessions WHERE id_hash = ANY ($1)`,
      [stage.api.vault.cipher.secrets.hashes(session), plain(mine), plain('attempt')],
    );
    expect(await status(mine)).not.toBe(200);
  });

  it('makes no session of somebody else of their own', async () => {
    const [relative, other] = [await stage.outsider(), await stage.outsider()];
    const { session } = await entered(relative);
    const hashes = stage.api.vault.cipher.secrets.hashes(session);
    await expect(
      query('UPDATE sessions SET person_id = $2 WHERE id_hash = ANY ($1)', [hashes, other.personId]),
    ).rejects.toMatchObject({ driverError: { code: '42501' } });
    const rows = (await query(`DELETE FROM sessions WHERE id_hash = ANY ($1) RETURNING ${COLUMNS}`, [
      hashes,
    ])) as [Record<string, unknown>[], number];
    const [row = {}] = rows[0];
    const put = { ...row, person_id: other.personId };
    await query(
      `INSERT INTO sessions (${Object.keys(put).join(', ')}) VALUES (${Object.keys(put)
        .map((_, at) => `$${at + 1}`)
        .join(', ')})`,
      Object.values(put),
    );
    expect(await status(session)).not.toBe(200);
  });

  it('opens no link by another’s token, nor for another person by a code of their own', async () => {
    const [relative, other] = [await stage.outsider(), await stage.outsider()];
    const given = await stage.mailed(relative, 'readPlan');
    await query(`UPDATE access_links SET token_hash = $2 WHERE link_id = $1`, [
      given.linkId,
      plain(newSecret()),
    ]);
    expect((await stage.enter(given.path, given.code)).status).not.toBe(303);

    const own = await stage.mailed(relative, 'readPlan');
    await query(
      `WITH taken AS (DELETE FROM access_links WHERE link_id = $1 RETURNING *)
       INSERT INTO access_links SELECT (jsonb_populate_record(NULL::access_links, to_jsonb(taken) || jsonb_build_object(
         'person_id', $2::text, 'participant_id', $3::text))).* FROM taken`,
      [own.linkId, other.personId, other.participantId],
    );
    expect((await stage.enter(own.path, own.code)).status).not.toBe(303);
  });
});

describe('links and requests of an older release', () => {
  it('go on after the migration', async () => {
    const relative = await stage.outsider();
    const { linkId, code, path } = await stage.mailed(relative, 'readPlan');
    const token = path.split('/').at(-1) ?? '';
    const { cipher } = stage.api.vault;
    await query('UPDATE access_links SET token_hash = $2 WHERE link_id = $1', [linkId, plain(token)]);
    const owner = stage.api.postgres.url;
    const older = cipher.hash(JSON.stringify(['access-code', linkId, code]));
    await asOwner(owner, [
      ['UPDATE access_links SET code_hash = $2 WHERE link_id = $1', [linkId, older]],
      ["DELETE FROM migrations WHERE name LIKE 'KeyedSecrets%'", []],
      ['ALTER TABLE sessions DROP COLUMN code', []],
    ]);
    const role = new URL(stage.api.postgres.applicationUrl);
    await migrate(owner, { name: role.username, password: role.password }, cipher);
    expect((await stage.enter(path, code)).status).toBe(303);
  });
});

async function asOwner(url: string, statements: readonly (readonly [string, unknown[]])[]): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const [sql, values] of statements) await client.query(sql, values);
  } finally {
    await client.end();
  }
}
