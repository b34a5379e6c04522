import { describe, expect, it } from '@jest/globals';
import { CertificateAuthority } from '../../test/support/certificates.js';
import { EnvironmentError, readEnvironment } from './environment.js';

const key = Buffer.alloc(32, 7).toString('base64');
const valid = {
  DATABASE_URL: 'postgres://app:secret@127.0.0.1:5432/kiplan',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  SMTP_URL: 'smtp://127.0.0.1:1025',
  TOKEN_SECRET: 'x'.repeat(32),
  FIELD_KEYS: `2:${key},1:${key}`,
  FIELD_HASH_KEY: key,
  PAYLOAD_KEYS: `a:${key}`,
  AUDIT_KEYS: `a:${key}`,
  PUBLIC_URL: 'https://plan.example',
};

describe('the environment', () => {
  it('has defaults for what need not be told, and is frozen', () => {
    const environment = readEnvironment(valid);
    expect(environment).toMatchObject({ API_PORT: 3000, API_HOST: '127.0.0.1', LOCAL_SETUP: false });
    expect(environment.FIELD_KEYS.map(({ id }) => id)).toEqual(['2', '1']);
    expect(Object.isFrozen(environment)).toBe(true);
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
    ['TOKEN_SECRET', 'short'],
    ['FIELD_KEYS', '1:short'],
    ['FIELD_KEYS', `a:${key}`],
    ['FIELD_KEYS', `256:${key}`],
    ['PAYLOAD_KEYS', `a:${key},a:${key}`],
    ['FIELD_HASH_KEY', 'AAAA'],
    ['LOG_LEVEL', 'loud'],
    ['LOCAL_SETUP', 'yes'],
  ])('stops at a wrong %s, naming it and what was expected but not the value', (name, value) => {
    const read = (): unknown => readEnvironment({ ...valid, [name]: value });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(new RegExp(`^The environment.*\n${name}: expected `));
    if (value !== undefined) expect(read).not.toThrow(new RegExp(value.replaceAll(/[+/?\n]/g, '.')));
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

  it('says of a source that cannot be read that it cannot, once', () => {
    const read = (): unknown =>
      readEnvironment({ ...valid, AUDIT_KEYS: '', AUDIT_KEYS_FILE: '/nowhere/keys' });
    expect(read).toThrow(/\nAUDIT_KEYS_FILE: expected the path of a file that can be read$/);
  });
});
