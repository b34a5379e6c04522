import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import { Integer, OctetString, Utf8String } from 'asn1js';
import {
  AltName,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  GeneralName,
} from 'pkijs';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const DAY = 86_400_000;
const LOOPBACK_BYTES = new Uint8Array([127, 0, 0, 1]);

/** RFC 5280, 4.2.1.12. */
const PURPOSES = {
  servers: '1.3.6.1.5.5.7.3.1',
  clients: '1.3.6.1.5.5.7.3.2',
  timestamps: '1.3.6.1.5.5.7.3.8',
} as const;
export type CertificatePurpose = keyof typeof PURPOSES;

/** A certificate with its key. */
export interface Certified {
  readonly certificate: Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
  /** The certificate in PEM. */
  readonly pem: string;
  /** The key in PEM. */
  readonly key: string;
}

/** An authority that certifies whomever a test wants. */
export class CertificateAuthority {
  private constructor(private readonly own: Certified) {}

  static async create(): Promise<CertificateAuthority> {
    const keys = await newKeys();
    const isAuthority = extension('2.5.29.19', new BasicConstraints({ cA: true }).toSchema().toBER(false));
    return new CertificateAuthority(await certified('Test authority', keys, keys, [isAuthority]));
  }

  /** Its own certificate in PEM, for whoever trusts it. */
  get pem(): string {
    return this.own.pem;
  }

  /** Certifies somebody on the loopback address for a purpose. */
  async certify(name: string, purpose: CertificatePurpose): Promise<Certified> {
    const use = new ExtKeyUsage({ keyPurposes: [PURPOSES[purpose]] }).toSchema().toBER(false);
    const address = new AltName({
      altNames: [
        new GeneralName({ type: 7, value: new OctetString({ valueHex: LOOPBACK_BYTES }) }),
        new GeneralName({ type: 2, value: 'localhost' }),
      ],
    });
    return certified(name, await newKeys(), this.own.keys, [
      extension('2.5.29.37', use),
      extension('2.5.29.17', address.toSchema().toBER(false), false),
    ]);
  }
}

async function certified(
  name: string,
  keys: webcrypto.CryptoKeyPair,
  issuer: webcrypto.CryptoKeyPair,
  extensions: Extension[],
): Promise<Certified> {
  const certificate = new Certificate({ version: 2, serialNumber: randomNumber(), extensions });
  certificate.subject.typesAndValues.push(commonName(name));
  certificate.issuer.typesAndValues.push(commonName('Test authority'));
  certificate.notBefore.value = new Date(Date.now() - DAY);
  certificate.notAfter.value = new Date(Date.now() + DAY);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(issuer.privateKey, 'SHA-256');
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  return {
    certificate,
    keys,
    pem: pemOf(certificate),
    key: key.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

/** A positive number of sixteen bytes. */
export function randomNumber(): Integer {
  const bytes = randomBytes(16);
  bytes[0] = 0x40;
  return new Integer({ valueHex: new Uint8Array(bytes) });
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

function extension(extnID: string, extnValue: ArrayBuffer, critical = true): Extension {
  return new Extension({ extnID, critical, extnValue });
}

function commonName(name: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) });
}

function pemOf(certificate: Certificate): string {
  const base64 = Buffer.from(certificate.toSchema(true).toBER(false)).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
