import { generate } from 'selfsigned';

/** A certificate of `localhost` that nobody vouches for, with its key (PEM). */
export async function selfSigned(): Promise<{ certificate: string; key: string }> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
  });
  return { certificate: cert, key };
}
