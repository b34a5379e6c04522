import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { CLIENT_SECRETS } from '../../apps/local/sign-in/sign-in-settings.js';
import { CertificateAuthority } from '../../test/support/certificates.js';
import { EnvironmentError, readEnvironment } from './environment.js';

const random = (): string => randomBytes(32).toString('base64');
const key = random();
const valid = {
  DATABASE_URL: 'postgres://app:secret@127.0.0.1:5432/kiplan',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  SMTP_URL: 'smtp://127.0.0.1:1025',
  OIDC_ISSUER: 'https://log-on.testkoebing.example',
  OIDC_AUDIENCE: 'urn:kiplan:api',
  FIELD_KEYS: `2:${random()},1:${random()}`,
  FIELD_HASH_KEY: random(),
  PAYLOAD_KEYS: `a:${random()}`,
  SESSION_KEYS: `a:${random()}`,
  AUDIT_KEYS: `a:${random()}`,
  PUBLIC_URL: 'https://plan.example',
};

/** What makes a local set-up of it. */
const onOneMachine = {
  OIDC_ISSUER: 'http://localhost:3400',
  PUBLIC_URL: 'http://localhost:3100',
  LOCAL_SETUP: 'true',
};

describe('the environment', () => {
  it('has defaults for what need not be told, and is frozen', () => {
    const environment = readEnvironment(valid);
    expect(environment).toMatchObject({ API_PORT: 3000, API_HOST: '127.0.0.1', LOCAL_SETUP: false });
    expect(environment.FIELD_KEYS.map(({ id }) => id)).toEqual(['2', '1']);
    expect(Object.isFrozen(environment)).toBe(true);
  });

  it('asks for keys and a certificate when mail is to be received, and for neither when it is not', () => {
    const receiving = { ...valid, INBOUND_SMTP_PORT: '2525' };
    expect(() => readEnvironment(receiving)).toThrow(
      /\nRETURN_ADDRESS_KEYS: expected keys.*\nINBOUND_SMTP_TLS_CERTIFICATE: expected a certificate/,
    );
    const withKeys = { ...receiving, RETURN_ADDRESS_KEYS: `a:${key}` };
    expect(() => readEnvironment(withKeys)).toThrow(/^[^\n]*\nINBOUND_SMTP_TLS_CERTIFICATE: expected[^\n]*$/);
    const local = readEnvironment({ ...withKeys, ...onOneMachine });
    expect(local).toMatchObject({ INBOUND_SMTP_PORT: 2525, INBOUND_SMTP_PROTOCOL: 'smtp' });
    expect(readEnvironment(valid).INBOUND_SMTP_PORT).toBeNull();
  });

  it('takes an issuer without encryption on one machine only', () => {
    expect(readEnvironment({ ...valid, ...onOneMachine }).OIDC_ISSUER).toBe('http://localhost:3400');
  });

  it("reads which claim says what, and knows the levels' names by itself", () => {
    expect(readEnvironment({ ...valid, OIDC_CLAIMS: '{"cpr":"dk.cpr"}' }).OIDC_CLAIMS).toMatchObject({
      subject: 'sub',
      cpr: 'dk.cpr',
      assurance: { claim: 'acr', high: ['https://data.gov.dk/concept/core/nsis/High'] },
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readEnvironment({ ...valid, API_PORT: '' }).API_PORT).toBe(3000);
  });

  it.each([
    ['DATABASE_URL', 'mysql://127.0.0.1/x'],
    ['DATABASE_URL', undefined],
    ['DATABASE_URL', 'postgres://app:secret@127.0.0.1:5432/kiplan?sslmode=disable'],
    ['PUBLIC_URL', 'http://plan.example'],
    ['PUBLIC_URL', undefined],
    ['DATABASE_TLS_CA', '/run/ca.pem'],
    ['SMTP_TLS_CERTIFICATE', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'],
    ['TEMPORAL_TLS_KEY', 'no key'],
    ['AUDIT_TIMESTAMP_URL', 'ftp://stamps.example'],
    ['API_PORT', '70000'],
    ['API_PORT', '12a'],
    ['TEMPORAL_ADDRESS', 'temporal-without-port'],
    ['SMTP_URL', 'http://127.0.0.1'],
    ['OIDC_ISSUER', undefined],
    ['OIDC_ISSUER', 'log-on.testkoebing.example'],
    ['OIDC_ISSUER', 'http://log-on.testkoebing.example'],
    ['OIDC_ISSUER', 'https://log-on.testkoebing.example/?tenant=1'],
    ['OIDC_AUDIENCE', 'two words'],
    ['OIDC_CLAIMS', 'cpr=dk.cpr'],
    ['OIDC_CLAIMS', '{"number":"dk.cpr"}'],
    ['OIDC_CLAIMS', '{"assurance":{"claim":"loa","low":["same"],"high":["same"]}}'],
    ['OIDC_CLAIMS', '{"roleNames":{"king":["king"]}}'],
    ['OIDC_LEAST_ASSURANCE', 'some'],
    ['OIDC_ACR_VALUES', 'a"b'],
    ['FIELD_KEYS', '1:short'],
    ['FIELD_KEYS', `a:${key}`],
    ['FIELD_KEYS', `256:${key}`],
    ['PAYLOAD_KEYS', `a:${key},a:${key}`],
    ['FIELD_HASH_KEY', 'AAAA'],
    ['INBOUND_SMTP_PORT', '70000'],
    ['INBOUND_SMTP_PROTOCOL', 'pop3'],
    ['RETURN_ADDRESS_KEYS', 'a:short'],
    ['LOG_LEVEL', 'loud'],
    ['LOCAL_SETUP', 'yes'],
    ['TRUSTED_PROXIES', 'everybody'],
    ['OIDC_CLIENT_SECRET', 'short'],
    ['OIDC_SCOPES', 'profile'],
    ['SESSION_KEYS', undefined],
    ['SESSION_IDLE_SECONDS', '5'],
  ])('stops at a wrong %s, naming it and what was expected but not the value', (name, value) => {
    const read = (): unknown => readEnvironment({ ...valid, [name]: value });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(new RegExp(`^The environment.*\n${name}: expected `));
    if (value !== undefined) expect(read).not.toThrow(value);
  });

  it('takes a certificate with its key, and neither alone nor with another', async () => {
    const authority = await CertificateAuthority.create();
    const own = await authority.certify('Test application', 'clients');
    const another = await authority.certify('Test application', 'clients');
    const pair = { DATABASE_TLS_CERTIFICATE: own.pem.trim(), DATABASE_TLS_KEY: own.key.trim() };
    expect(readEnvironment({ ...valid, ...pair })).toMatchObject(pair);
    const wrong = { ...valid, ...pair, DATABASE_TLS_KEY: another.key };
    expect(() => readEnvironment(wrong)).toThrow('DATABASE_TLS_KEY: expected the key of the certificate');
    expect(() => readEnvironment({ ...valid, SMTP_TLS_CERTIFICATE: own.pem })).toThrow(
      /\nSMTP_TLS_KEY: expected/,
    );
    expect(() => readEnvironment({ ...valid, SMTP_TLS_KEY: own.key })).toThrow(
      /\nSMTP_TLS_CERTIFICATE: expected/,
    );
  });

  it.each([
    ['API_HOST', '0.0.0.0'],
    ['PORTAL_HOST', '::'],
    ['INBOUND_SMTP_HOST', '192.168.1.10'],
    ['PUBLIC_URL', 'https://plan.example'],
    ['PUBLIC_URL', 'http://localhost.plan.example'],
    ['TEMPORAL_UI_ORIGIN', 'http://temporal.example:8233'],
    ['OIDC_ISSUER', 'https://log-on.example'],
    ['DATABASE_URL', 'postgres://app:secret@database.example/kiplan'],
    ['DATABASE_URL', 'postgres://app:secret@database/kiplan'],
    ['SMTP_URL', 'smtp://mail.example:25'],
    ['TEMPORAL_ADDRESS', 'temporal.example:7233'],
    ['NODE_ENV', 'production', 'LOCAL_SETUP'],
  ])('is no local set-up with %s=%s, and says what to do', (name, value, named = name) => {
    const local = { ...valid, ...onOneMachine };
    expect(readEnvironment(local).LOCAL_SETUP).toBe(true);
    expect(() => readEnvironment({ ...local, [name]: value })).toThrow(
      new RegExp(`^The environment[^\n]*\n${named}: expected [^\n]*(?:LOCAL_SETUP|NODE_ENV)[^\n]*$`),
    );
  });

  it.each([
    ['DATABASE_URL', 'postgres://app:secret@database.example/kiplan'],
    ['TEMPORAL_ADDRESS', '10.0.0.7:7233'],
    ['API_HOST', '10.0.0.7'],
    ['PUBLIC_URL', 'https://plan.example'],
    ['OIDC_ISSUER', 'https://log-on.example'],
    ['NODE_ENV', 'production', 'LOCAL_SETUP'],
  ])(
    'is a local set-up in containers by names of services, and none with %s=%s',
    (name, value, named = name) => {
      const local = {
        ...valid,
        ...onOneMachine,
        LOCAL_SETUP: 'containers',
        API_HOST: '0.0.0.0',
        DATABASE_URL: 'postgres://app:secret@database/kiplan',
        TEMPORAL_ADDRESS: 'temporal:7233',
        SMTP_URL: 'smtp://mail:1025',
      };
      expect(readEnvironment(local).LOCAL_SETUP).toBe(true);
      expect(() => readEnvironment({ ...local, [name]: value })).toThrow(new RegExp(`\n${named}: expected `));
    },
  );

  it('takes no published key, none that nobody drew at random, and none for two purposes', () => {
    const published = parseEnv(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8'));
    for (const name of [
      'FIELD_KEYS',
      'FIELD_HASH_KEY',
      'PAYLOAD_KEYS',
      'SESSION_KEYS',
      'AUDIT_KEYS',
      'RETURN_ADDRESS_KEYS',
    ])
      expect(() => readEnvironment({ ...valid, [name]: published[name] })).toThrow(
        new RegExp(`\n${name}: expected random keys`),
      );
    const filled = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
    const repeated = Buffer.from('0123456789abcdef'.repeat(4), 'hex').toString('base64');
    for (const weak of [filled(0), filled(255), repeated, Buffer.alloc(32, 'ab').toString('base64')])
      expect(() => readEnvironment({ ...valid, PAYLOAD_KEYS: `a:${weak}` })).toThrow(
        'PAYLOAD_KEYS: expected random keys',
      );
    expect(() => readEnvironment({ ...valid, SESSION_KEYS: `a:${key}`, AUDIT_KEYS: `a:${key}` })).toThrow(
      'AUDIT_KEYS: expected keys of its own, and one of these is in SESSION_KEYS as well',
    );
    expect(() => readEnvironment({ ...valid, FIELD_HASH_KEY: key, FIELD_KEYS: `1:${key}` })).toThrow(
      /keys of its own/,
    );
    expect(() => readEnvironment({ ...valid, AUDIT_KEYS: `a:${key},b:${key}` })).toThrow('in it twice');
    for (let draw = 0; draw < 200; draw += 1)
      expect(() => readEnvironment({ ...valid, PAYLOAD_KEYS: `a:${random()}` })).not.toThrow();
  });

  it('takes no password and no secret that stands in the examples', () => {
    const published = parseEnv(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8'));
    const passwords = Object.entries(published).filter(([name]) => name.endsWith('_PASSWORD'));
    expect(passwords.length).toBeGreaterThan(3);
    for (const [, password] of passwords)
      expect(() =>
        readEnvironment({ ...valid, DATABASE_URL: `postgres://app:${password ?? ''}@127.0.0.1/kiplan` }),
      ).toThrow('DATABASE_URL: expected a secret of your own');
    for (const secret of Object.values(CLIENT_SECRETS))
      expect(() => readEnvironment({ ...valid, OIDC_CLIENT_SECRET: secret })).toThrow(
        'OIDC_CLIENT_SECRET: expected a secret of your own',
      );
  });

  it('says of a source that cannot be read that it cannot, once', () => {
    const read = (): unknown =>
      readEnvironment({ ...valid, AUDIT_KEYS: '', AUDIT_KEYS_FILE: '/nowhere/keys' });
    expect(read).toThrow(/\nAUDIT_KEYS_FILE: expected the path of a file that can be read$/);
  });
});
