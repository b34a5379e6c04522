import { describe, expect, it } from '@jest/globals';
import { smtpServerAddress } from './smtp-server-address.js';

describe('SMTP_URL', () => {
  it.each([
    ['smtp://127.0.0.1:1025', { host: '127.0.0.1', port: 1025, secure: false, auth: undefined }],
    ['smtp://mail.example.dk', { host: 'mail.example.dk', port: 587, secure: false, auth: undefined }],
    ['smtp://[::1]:25/', { host: '::1', port: 25, secure: false, auth: undefined }],
    [
      'smtps://besked%40example.dk:p%3Ass@mail.example.dk',
      { host: 'mail.example.dk', port: 465, secure: true, auth: { user: 'besked@example.dk', pass: 'p:ss' } },
    ],
  ])('%s is read', (url, address) => {
    expect(smtpServerAddress(url)).toEqual(address);
  });

  it.each([
    '',
    'mail.example.dk',
    'http://mail.example.dk',
    'smtp://',
    'smtp://mail.example.dk?ignoreTLS=true',
    'smtp://a/b',
  ])('"%s" is none', (url) => {
    expect(() => smtpServerAddress(url)).toThrow(RangeError);
  });

  it('does not repeat a password in what it says', () => {
    expect(() => smtpServerAddress('smtp://user:secret@mail.example.dk/x')).toThrow(/^(?!.*secret)/u);
  });
});
