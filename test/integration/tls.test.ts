/** TLS towards every service: who is not vouched for gets nothing, and without TLS nothing is said. */
import { chmod } from 'node:fs/promises';
import { connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { SMTPServer } from 'smtp-server';
import type { DataSource } from 'typeorm';
import { testEnvironment } from '../../apps/api/testing/test-environment.js';
import { databaseTlsOf } from '../../libs/config/tls.js';
import { MailTransport, type OutgoingMail } from '../../libs/mail/index.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { mailServerOf } from '../../libs/process/mail-server.js';
import { temporalSettingsOf } from '../../libs/process/temporal-settings.js';
import { temporalClient } from '../../libs/temporal/temporal-client.js';
import { CertificateAuthority, type Certified } from '../support/certificates.js';
import { startDevServer, startPostgres, type TestDevServer, type TestPostgres } from '../support/servers.js';

/** How long Temporal is tried again before it counts as not to be talked to. */
const PATIENCE = 1_500;

const MAIL: OutgoingMail = {
  noticeKeys: ['notice'],
  threads: [],
  to: { name: null, address: 'ellen@borger.example' },
  returnAddress: null,
  language: 'da',
  subject: 'Besked',
  text: 'Der ligger en besked.',
  html: '<p>Der ligger en besked.</p>',
  calendar: null,
  at: '2027-03-01T09:00:00.000Z',
};

let authority: CertificateAuthority;
let another: CertificateAuthority;
let server: Certified;
let own: Certified;

beforeAll(async () => {
  authority = await CertificateAuthority.create();
  another = await CertificateAuthority.create();
  server = await authority.certify('Test server', 'servers');
  own = await authority.certify('Test application', 'clients');
});

/** Outside a local set-up. */
function environmentOf(over: Readonly<Record<string, string>>): ReturnType<typeof testEnvironment> {
  return testEnvironment({ LOCAL_SETUP: 'false', PUBLIC_URL: 'https://plan.example', ...over });
}

describe('the database', () => {
  let postgres: TestPostgres;
  const opened: DataSource[] = [];

  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.destroy();
  });
  afterAll(() => postgres.stop());

  async function open(over: Readonly<Record<string, string>>): Promise<DataSource> {
    const environment = environmentOf({ DATABASE_URL: postgres.url, ...over });
    const tls = databaseTlsOf(environment);
    const database = await createDataSource({
      url: environment.DATABASE_URL,
      tls,
      poolSize: 1,
      keys: null,
    }).initialize();
    opened.push(database);
    return database;
  }

  it('is not talked to without TLS', async () => {
    await expect(open({})).rejects.toThrow('does not support SSL');
  });

  it('is talked to once it is vouched for, and both sides know whom they talk to', async () => {
    await withTls(postgres, server, authority.pem);
    const tls = { DATABASE_TLS_CERTIFICATE: own.pem, DATABASE_TLS_KEY: own.key };
    const database = await open({ DATABASE_TLS_CA: authority.pem, ...tls });
    const rows = await database.query<object[]>(
      'SELECT ssl, version, client_dn FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
    );
    expect(rows).toEqual([{ ssl: true, version: 'TLSv1.3', client_dn: '/CN=Test application' }]);
  });

  it('is not talked to if somebody else vouches for it, or nobody', async () => {
    await expect(open({ DATABASE_TLS_CA: another.pem })).rejects.toThrow(/certificate/);
    await expect(open({})).rejects.toThrow(/certificate/);
  });
});

describe('Temporal', () => {
  let temporal: TestDevServer;
  let before: Server;

  beforeAll(async () => {
    temporal = await startDevServer();
    before = await inFrontOf(temporal.address, server, authority.pem);
  }, 60_000);
  afterAll(async () => {
    before.close();
    await temporal.stop();
  });

  /** Asks Temporal something. */
  async function ask(over: Readonly<Record<string, string>>): Promise<string | undefined> {
    const { port } = before.address() as AddressInfo;
    const environment = environmentOf({ TEMPORAL_ADDRESS: `127.0.0.1:${port}`, ...over });
    const client = temporalClient(temporalSettingsOf(environment));
    try {
      const { connection } = client;
      const asking = (): Promise<{ serverVersion?: string | null }> =>
        connection.workflowService.getSystemInfo({});
      return (await connection.withDeadline(Date.now() + PATIENCE, asking)).serverVersion ?? undefined;
    } finally {
      await client.connection.close();
    }
  }

  it('is talked to by those whom it knows and who know it', async () => {
    const tls = { TEMPORAL_TLS_CERTIFICATE: own.pem, TEMPORAL_TLS_KEY: own.key };
    expect(await ask({ TEMPORAL_TLS_CA: authority.pem, ...tls })).toMatch(/^1\./);
  });

  it('is talked to under another name than its address', async () => {
    const tls = { TEMPORAL_TLS_CERTIFICATE: own.pem, TEMPORAL_TLS_KEY: own.key };
    const trust = { TEMPORAL_TLS_CA: authority.pem, ...tls };
    expect(await ask({ ...trust, TEMPORAL_TLS_SERVER_NAME: 'localhost' })).toMatch(/^1\./);
    await expect(ask({ ...trust, TEMPORAL_TLS_SERVER_NAME: 'temporal.example' })).rejects.toThrow();
  });

  it('is not talked to by those whom it does not know, nor if it is not vouched for', async () => {
    await expect(ask({ TEMPORAL_TLS_CA: authority.pem })).rejects.toThrow();
    const tls = { TEMPORAL_TLS_CERTIFICATE: own.pem, TEMPORAL_TLS_KEY: own.key };
    await expect(ask({ TEMPORAL_TLS_CA: another.pem, ...tls })).rejects.toThrow();
    await expect(ask(tls)).rejects.toThrow();
  });
});

describe('the mail server', () => {
  let smtp: SMTPServer;
  let port: number;
  let received: string[];

  beforeAll(async () => {
    received = [];
    smtp = new SMTPServer({
      key: server.key,
      cert: server.pem,
      authOptional: true,
      onData(stream, session, done) {
        received.push(session.secure ? 'with TLS' : 'without');
        stream.resume().on('end', done);
      },
    });
    await new Promise<void>((resolve) => {
      const listening = smtp.listen(0, '127.0.0.1', () => {
        port = (listening.address() as AddressInfo).port;
        resolve();
      });
    });
  });
  afterAll(
    () =>
      new Promise<void>((resolve) => {
        smtp.close(resolve);
      }),
  );

  async function send(over: Readonly<Record<string, string>>): Promise<string> {
    const environment = environmentOf({ SMTP_URL: `smtp://127.0.0.1:${port}`, ...over });
    const from = { name: 'Besked', address: 'besked@besked.example' };
    const transport = new MailTransport({ ...mailServerOf(environment), from });
    try {
      return (await transport.send(MAIL)).status;
    } finally {
      await transport.close();
    }
  }

  it('gets mail once it is vouched for, with TLS', async () => {
    expect(await send({ SMTP_TLS_CA: authority.pem })).toBe('accepted');
    expect(received).toEqual(['with TLS']);
  });

  it('gets nothing if somebody else vouches for it, or nobody', async () => {
    expect(await send({ SMTP_TLS_CA: another.pem })).toBe('deferred');
    expect(await send({})).toBe('deferred');
    expect(received).toEqual(['with TLS']);
  });
});

/** Gives a PostgreSQL a certificate, and whom to trust. */
async function withTls(postgres: TestPostgres, { pem, key }: Certified, trusted: string): Promise<void> {
  const client = new Client({ connectionString: postgres.superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ folder: string }>(
    "SELECT current_setting('data_directory') AS folder",
  );
  const files = { ssl_cert_file: pem, ssl_key_file: key, ssl_ca_file: trusted };
  for (const [setting, text] of Object.entries(files)) {
    const path = `${rows[0]?.folder ?? ''}/${setting}.pem`;
    // The server writes it, so that it is its own; others may not read a key.
    const [lines, quoted] = [client.escapeLiteral(text), client.escapeLiteral(path)];
    await client.query(`COPY (SELECT unnest(string_to_array(${lines}, E'\\n'))) TO ${quoted}`);
    await chmod(path, 0o600);
    await client.query(`ALTER SYSTEM SET ${setting} = ${quoted}`);
  }
  await client.query('ALTER SYSTEM SET ssl = on');
  await client.query('SELECT pg_reload_conf()');
  await client.end();
}

/** Speaks mutual TLS in front of a server that speaks none. */
async function inFrontOf(address: string, { pem, key }: Certified, trusted: string): Promise<Server> {
  const [host, port] = address.split(':');
  const front = createServer(
    { cert: pem, key, ca: trusted, requestCert: true, rejectUnauthorized: true, ALPNProtocols: ['h2'] },
    (socket: TLSSocket) => {
      const behind: Socket = connect(Number(port), host);
      socket.on('error', () => behind.destroy());
      behind.on('error', () => socket.destroy());
      socket.pipe(behind).pipe(socket);
    },
  );
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return front;
}
