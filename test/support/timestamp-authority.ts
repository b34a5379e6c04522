import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Integer, ObjectIdentifier, OctetString } from 'asn1js';
import {
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  PKIStatus,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import {
  CertificateAuthority,
  type CertificatePurpose,
  type Certified,
  randomNumber,
} from './certificates.js';

const TST_INFO = '1.2.840.113549.1.9.16.1.4';

/** How an authority misbehaves. */
export type Misbehaviour = 'refuses' | 'stampsAnother' | 'repeatsNoNonce' | 'answersNonsense' | 'fails';

/** A time-stamping authority (RFC 3161) with a certificate authority of its own, over HTTP. */
export class TimestampAuthority {
  /** What it does wrong from now on. */
  misbehaves: Misbehaviour | null = null;

  private constructor(
    private readonly server: Server,
    /** The certificate that vouches for it, in PEM. */
    readonly trusted: string,
  ) {}

  /** @param purpose Whether its certificate is one for time-stamps, or for something else. */
  static async start(purpose: CertificatePurpose = 'timestamps'): Promise<TimestampAuthority> {
    const root = await CertificateAuthority.create();
    const own = await root.certify('Test stamps', purpose);
    const server = createServer((request, response) => {
      void authority.#answer(request, own).then(
        (answer) => response.setHeader('Content-Type', 'application/timestamp-reply').end(answer),
        () => response.writeHead(500).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const authority = new TimestampAuthority(server, root.pem);
    return authority;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async #answer(request: IncomingMessage, own: Certified): Promise<Buffer> {
    if (this.misbehaves === 'fails') throw new Error('out of order');
    if (this.misbehaves === 'answersNonsense') return Buffer.from('nonsense');
    if (this.misbehaves === 'refuses')
      return encoded(new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.rejection }) }));
    const asked = TimeStampReq.fromBER(new Uint8Array(await bodyOf(request)));
    if (this.misbehaves === 'stampsAnother') {
      asked.messageImprint.hashedMessage = new OctetString({ valueHex: new Uint8Array(randomBytes(32)) });
    }
    const nonce = this.misbehaves === 'repeatsNoNonce' ? undefined : asked.nonce;
    const timeStampToken = await tokenFor(asked, nonce, own);
    return encoded(
      new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.granted }), timeStampToken }),
    );
  }
}

async function tokenFor(
  asked: TimeStampReq,
  nonce: Integer | undefined,
  { certificate, keys }: Certified,
): Promise<ContentInfo> {
  const stamped = new TSTInfo({
    version: 1,
    policy: '1.2.3.4',
    messageImprint: asked.messageImprint,
    serialNumber: randomNumber(),
    genTime: new Date(),
    ...(nonce === undefined ? {} : { nonce }),
  });
  const content = stamped.toSchema().toBER(false);
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: TST_INFO,
      eContent: new OctetString({ valueHex: content }),
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: attributesFor(content) }),
      }),
    ],
    certificates: [certificate],
  });
  await signed.sign(keys.privateKey, 0, 'SHA-256', content);
  return new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) });
}

function attributesFor(content: ArrayBuffer): Attribute[] {
  const digest = createHash('sha256').update(new Uint8Array(content)).digest();
  return [
    new Attribute({ type: '1.2.840.113549.1.9.3', values: [new ObjectIdentifier({ value: TST_INFO })] }),
    new Attribute({
      type: '1.2.840.113549.1.9.4',
      values: [new OctetString({ valueHex: new Uint8Array(digest) })],
    }),
  ];
}

function encoded(response: TimeStampResp): Buffer {
  return Buffer.from(response.toSchema().toBER(false));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
