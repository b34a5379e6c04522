import { getCACertificates, type SecureContextOptions, setDefaultCACertificates } from 'node:tls';
import type { TLSConfig } from '@temporalio/client';
import type { Environment } from './environment.js';
import type { TlsService } from './key-pairs.js';

/** Who is trusted as a service, and as whom this side shows itself (mutual TLS); all in PEM. */
interface TlsTrust {
  /** Null for the public authorities. */
  readonly authorities: string | null;
  readonly own: { readonly certificate: string; readonly key: string } | null;
}

/**
 * Has the whole process believe the authorities of `TLS_CA` besides the public ones: whatever asks by HTTPS, and every
 * service without a `…_TLS_CA` of its own.
 */
export function trustAuthorities({ TLS_CA: authorities }: Pick<Environment, 'TLS_CA'>): void {
  if (authorities !== null) setDefaultCACertificates([...getCACertificates('default'), authorities]);
}

/** How the database is connected to; null for without TLS, which is so on a local set-up only. */
export function databaseTlsOf(environment: Environment): SecureContextOptions | null {
  return connectionOf(trustOf(environment, 'DATABASE'));
}

/** How the mail server is connected to; null for as it offers, which is so on a local set-up only. */
export function smtpTlsOf(environment: Environment): SecureContextOptions | null {
  return connectionOf(trustOf(environment, 'SMTP'));
}

/** How Temporal is connected to; null for without TLS, which is so on a local set-up only. */
export function temporalTlsOf(environment: Environment): TLSConfig | null {
  const trust = trustOf(environment, 'TEMPORAL');
  if (trust === null) return null;
  const { own } = trust;
  // Temporal's client is no part of Node and does not know whom the process believes.
  const authorities = trust.authorities ?? environment.TLS_CA;
  return {
    ...(authorities === null ? {} : { serverRootCACertificate: Buffer.from(authorities) }),
    ...(own === null
      ? {}
      : { clientCertPair: { crt: Buffer.from(own.certificate), key: Buffer.from(own.key) } }),
    ...(environment.TEMPORAL_TLS_SERVER_NAME === null
      ? {}
      : { serverNameOverride: environment.TEMPORAL_TLS_SERVER_NAME }),
  };
}

function connectionOf(trust: TlsTrust | null): SecureContextOptions | null {
  if (trust === null) return null;
  const { authorities, own } = trust;
  return {
    minVersion: 'TLSv1.2',
    ...(authorities === null ? {} : { ca: authorities }),
    ...(own === null ? {} : { cert: own.certificate, key: own.key }),
  };
}

function trustOf(environment: Environment, service: TlsService): TlsTrust | null {
  const authorities = environment[`${service}_TLS_CA`];
  const certificate = environment[`${service}_TLS_CERTIFICATE`];
  const key = environment[`${service}_TLS_KEY`];
  const own = certificate === null || key === null ? null : { certificate, key };
  return environment.LOCAL_SETUP && authorities === null && own === null ? null : { authorities, own };
}
