import { randomBytes } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, PKIStatus, TimeStampReq, TimeStampResp } from 'pkijs';
import { Timestamping } from './timestamping.js';
import { imprintOf, readTimestamp, SHA_256 } from './timestamp-token.js';

/** Granted, and granted with changes (RFC 3161, 2.4.2). */
const GRANTED: readonly PKIStatus[] = [PKIStatus.granted, PKIStatus.grantedWithMods];
const NONCE_BYTES = 16;
const PATIENCE = 10_000;

/** A time-stamping authority that is asked over HTTP (RFC 3161, 3.4). It learns a hash, and nothing else. */
export class TimestampService extends Timestamping {
  constructor(private readonly url: string) {
    super();
  }

  override async timestamp(content: Buffer): Promise<Buffer> {
    const hash = imprintOf(content);
    const nonce = randomNonce();
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
      body: requestFor(hash, nonce),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) throw new Error(`The time-stamping authority answered ${response.status}.`);
    const token = tokenOf(await response.arrayBuffer());
    const { imprint, nonce: repeated } = readTimestamp(token);
    if (!imprint.equals(hash)) throw new Error('The time-stamp is about something else.');
    if (repeated?.equals(nonce) !== true) throw new Error('The time-stamp answers another request.');
    return token;
  }
}

/** A positive number, so that it is the same bytes in every encoding. */
function randomNonce(): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  nonce[0] = 0x40 | ((nonce[0] ?? 0) & 0x3f);
  return nonce;
}

function requestFor(hash: Buffer, nonce: Buffer): ArrayBuffer {
  return new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(hash) }),
    }),
    nonce: new Integer({ valueHex: new Uint8Array(nonce) }),
    certReq: true,
  })
    .toSchema()
    .toBER(false);
}

function tokenOf(answer: ArrayBuffer): Buffer {
  const { status, timeStampToken } = TimeStampResp.fromBER(answer);
  if (timeStampToken === undefined || !GRANTED.includes(status.status)) {
    throw new Error(`The time-stamping authority refused with status ${status.status}.`);
  }
  return Buffer.from(timeStampToken.toSchema().toBER(false));
}
