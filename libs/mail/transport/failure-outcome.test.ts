import { describe, expect, it } from '@jest/globals';
import { failureOutcome } from './failure-outcome.js';

describe('what a failure means', () => {
  it.each([
    ['a refused recipient', { command: 'RCPT TO', responseCode: 550, permanent: true }, false, 'refused'],
    ['a refused content', { command: 'DATA', responseCode: 554, permanent: true }, true, 'refused'],
    ['a full mailbox', { command: 'RCPT TO', responseCode: 452, permanent: false }, false, 'deferred'],
    ['a state of the session', { command: 'DATA', responseCode: 503, permanent: false }, false, 'deferred'],
    ['a refused sign-in', { command: 'AUTH PLAIN', responseCode: 535, permanent: true }, false, 'deferred'],
    ['a refused connection', { command: 'CONN', responseCode: 554, permanent: true }, false, 'deferred'],
    ['a closing server', { command: 'CONN', responseCode: 421, permanent: false }, true, 'deferred'],
    ['an answer that is none', { code: 'EPROTOCOL', command: 'CONN' }, true, 'uncertain'],
    [
      'an answer of the wrong kind',
      { command: 'DATA', responseCode: 354, permanent: false },
      true,
      'uncertain',
    ],
    ['a lost connection before the end', { code: 'ESOCKET', command: 'CONN' }, false, 'deferred'],
    ['a lost connection after the end', { code: 'ESOCKET', command: 'CONN' }, true, 'uncertain'],
  ] as const)('%s', (_case, failure, handedOver, status) => {
    expect(failureOutcome(failure, handedOver).status).toBe(status);
  });
});
