import { expect, it } from '@jest/globals';
import { EnvironmentError } from '../../libs/config/environment.js';
import { requireEncryption } from './require-encryption.js';

it('the portal starts without TLS on one machine only', () => {
  const http = 'http://plan.testkoebing.example';
  expect(() => {
    requireEncryption({ LOCAL_SETUP: false, PUBLIC_URL: http });
  }).toThrow(EnvironmentError);
  requireEncryption({ LOCAL_SETUP: true, PUBLIC_URL: http });
  requireEncryption({ LOCAL_SETUP: false, PUBLIC_URL: 'https://plan.testkoebing.example' });
});
