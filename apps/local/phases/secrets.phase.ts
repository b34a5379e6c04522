import { join } from 'node:path';
import { localSecret } from '../local-secrets.js';
import type { LocalSystem } from '../local-system.js';

/** A domain for addresses that nobody can reach, and that says nothing about what is written. */
const MAIL_DOMAIN = 'besked.localhost';

/** Gives API and worker keys of their own, kept with the data they protect; what the environment says comes first. */
export async function provideSecrets(system: LocalSystem): Promise<void> {
  const { home, ports } = system.settings;
  const { environment } = system;
  environment['LOCAL_SETUP'] ??= 'true';
  environment['FIELD_KEYS'] ??= `1:${await base64Secret(home, 'field')}`;
  environment['FIELD_HASH_KEY'] ??= await base64Secret(home, 'fieldHash');
  environment['PAYLOAD_KEYS'] ??= `local-1:${await base64Secret(home, 'payload')}`;
  environment['RETURN_ADDRESS_KEYS'] ??= `local-1:${await base64Secret(home, 'returnAddress')}`;
  environment['SESSION_KEYS'] ??= `local-1:${await base64Secret(home, 'session')}`;
  environment['AUDIT_KEYS'] ??= `local-1:${await base64Secret(home, 'audit')}`;
  environment['AUDIT_ANCHOR_FILE'] ??= join(home, 'audit-anchors.jsonl');
  environment['PUBLIC_URL'] ??= `http://localhost:${ports.portal}`;
  environment['MAIL_DOMAIN'] ??= MAIL_DOMAIN;
  environment['TEMPORAL_UI_ORIGIN'] ??= `http://localhost:${ports.temporalUi}`;
}

async function base64Secret(home: string, name: string): Promise<string> {
  return Buffer.from(await localSecret(home, name), 'hex').toString('base64');
}
