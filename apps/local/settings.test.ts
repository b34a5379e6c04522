import { describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { readSettings } from './settings.js';

describe('settings of the local start', () => {
  it('has a value for everything when nothing is given', () => {
    expect(readSettings({})).toEqual({
      home: resolve('.kiplan'),
      fresh: false,
      ports: {
        api: 3000,
        portal: 3100,
        worker: 3300,
        signIn: 3200,
        postgres: 5433,
        temporal: 7233,
        temporalUi: 8233,
        smtp: 1025,
        mail: 1080,
        inboundSmtp: 2525,
      },
      temporalNamespace: 'kiplan',
    });
  });

  it('takes ports, folder and replacements from the environment', () => {
    const settings = readSettings({
      KIPLAN_HOME: '/srv/kiplan',
      API_PORT: '8080',
      DATABASE_URL: 'postgres://app:secret@db/kiplan',
      DATABASE_OWNER_URL: 'postgres://owner:secret@db/kiplan',
      TEMPORAL_ADDRESS: 'temporal:7233',
      SMTP_URL: 'smtps://mail.example.dk:465',
      OIDC_ISSUER: 'https://log-on.example.dk',
    });
    expect(settings).toMatchObject({
      home: '/srv/kiplan',
      ports: { api: 8080 },
      databaseUrl: 'postgres://app:secret@db/kiplan',
      databaseOwnerUrl: 'postgres://owner:secret@db/kiplan',
      temporalAddress: 'temporal:7233',
      smtpUrl: 'smtps://mail.example.dk:465',
      issuer: 'https://log-on.example.dk',
    });
  });

  it.each([{ DATABASE_URL: 'postgres://app@db/k' }, { DATABASE_OWNER_URL: 'postgres://owner@db/k' }])(
    'wants both roles of a given database, so that no process works as the owner',
    (alone) => {
      expect(() => readSettings(alone)).toThrow('DATABASE_URL and DATABASE_OWNER_URL come together');
    },
  );

  it('takes an empty variable as not given', () => {
    expect(readSettings({ API_PORT: ' ', DATABASE_URL: '' })).toEqual(readSettings({}));
  });

  it('understands --fresh and nothing else', () => {
    expect(readSettings({}, ['--fresh']).fresh).toBe(true);
    expect(() => readSettings({}, ['--fersh'])).toThrow('"--fersh" is not understood');
  });

  it.each([
    ['API_PORT', '0', 'API_PORT is "0", but a port number from 1 to 65535 was expected.'],
    ['API_PORT', '70000', 'API_PORT is "70000"'],
    ['SMTP_PORT', '10x', 'SMTP_PORT is "10x"'],
    ['MAIL_PORT', '1e3', 'MAIL_PORT is "1e3"'],
    ['API_PORT', '5433', 'API_PORT and POSTGRES_PORT are both 5433: give each part a port of its own.'],
    ['TEMPORAL_ADDRESS', 'temporal', 'TEMPORAL_ADDRESS is "temporal", but host:port was expected'],
    ['TEMPORAL_ADDRESS', 'http://temporal:7233', 'TEMPORAL_ADDRESS is'],
    ['TEMPORAL_ADDRESS', 'temporal:0', 'TEMPORAL_ADDRESS is'],
    ['DATABASE_URL', 'mysql://db/kiplan', 'one that begins with postgres:// or postgresql:// was expected'],
    ['SMTP_URL', 'mail.example.dk', 'SMTP_URL is no usable address'],
  ])('refuses %s=%s', (variable, value, message) => {
    expect(() => readSettings({ [variable]: value })).toThrow(message);
  });

  it('does not repeat a wrong address, which may hold a password', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://app:hemmeligt@db' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hemmeligt') }),
    );
  });
});
