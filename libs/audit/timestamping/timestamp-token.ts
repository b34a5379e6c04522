import { createHash } from 'node:crypto';
import { Certificate, ContentInfo, ExtKeyUsage, SignedData, TSTInfo } from 'pkijs';

/** SHA-256 (RFC 5754). */
export const SHA_256 = '2.16.840.1.101.3.4.2.1';
/** A time-stamp's content (RFC 3161, 2.4.2). */
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
/** RFC 5280, 4.2.1.12. */
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** What a time-stamp says. */
export interface Timestamp {
  /** The hash that was there. */
  readonly imprint: Buffer;
  readonly at: Date;
  readonly nonce: Buffer | null;
}

/**
 * Reads a time-stamp token (RFC 3161) without checking who signed it.
 * @throws Error if it is none, or one over another kind of hash.
 */
export function readTimestamp(token: Buffer): Timestamp {
  const { content } = opened(token);
  const { messageImprint, genTime, nonce } = TSTInfo.fromBER(content);
  if (messageImprint.hashAlgorithm.algorithmId !== SHA_256) {
    throw new Error('Expected a time-stamp over a SHA-256 hash.');
  }
  return {
    imprint: Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView),
    at: genTime,
    nonce: nonce === undefined ? null : Buffer.from(nonce.valueBlock.valueHexView),
  };
}

/** The hash that is stamped for some content. */
export function imprintOf(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

/**
 * Whether a time-stamp was signed over some content by an authority that these certificates vouch for, which were valid
 * then, and which is one for time-stamps (RFC 3161, 2.3).
 * @param trusted Certificates in PEM, one after the other.
 */
export async function isTimestamped(content: Buffer, token: Buffer, trusted: string): Promise<boolean> {
  try {
    const { signed } = opened(token);
    const { signatureVerified, signerCertificateVerified, signerCertificate } = await signed.verify({
      signer: 0,
      data: new Uint8Array(content).buffer,
      trustedCerts: certificatesOf(trusted),
      checkChain: true,
      extendedMode: true,
    });
    return signatureVerified === true && signerCertificateVerified === true && stamps(signerCertificate);
  } catch {
    return false;
  }
}

function stamps(certificate: Certificate | null | undefined): boolean {
  const extension = certificate?.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  const usage: unknown = extension?.parsedValue;
  return usage instanceof ExtKeyUsage && usage.keyPurposes.includes(TIME_STAMPING);
}

function opened(token: Buffer): { signed: SignedData; content: ArrayBuffer } {
  const signed = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(token)).content as unknown });
  const { eContent, eContentType } = signed.encapContentInfo;
  if (eContent === undefined || eContentType !== TST_INFO) throw new Error('Expected a time-stamp token.');
  return { signed, content: eContent.getValue() };
}

function certificatesOf(pem: string): Certificate[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g);
  return [...blocks].map(([, base64]) =>
    Certificate.fromBER(new Uint8Array(Buffer.from(base64 ?? '', 'base64'))),
  );
}
