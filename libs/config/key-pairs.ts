import { createPrivateKey, X509Certificate } from 'node:crypto';

const TLS_SERVICES = ['DATABASE', 'TEMPORAL', 'SMTP'] as const;

/** A service that is connected to with TLS. */
export type TlsService = (typeof TLS_SERVICES)[number];

/** Variables that do not fit each other, with what was expected. */
export function unfitPairs(
  environment: Readonly<Record<`${TlsService}_TLS_${'CERTIFICATE' | 'KEY'}`, string | null>>,
): { readonly name: string; readonly expected: string }[] {
  return TLS_SERVICES.flatMap((service) => {
    const certificate = environment[`${service}_TLS_CERTIFICATE`];
    const key = environment[`${service}_TLS_KEY`];
    if (certificate === null && key === null) return [];
    if (certificate === null || key === null) {
      const missing = certificate === null ? 'CERTIFICATE' : 'KEY';
      return [{ name: `${service}_TLS_${missing}`, expected: 'certificate and key together' }];
    }
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))
      ? []
      : [{ name: `${service}_TLS_KEY`, expected: 'the key of the certificate' }];
  });
}
