import { z } from 'zod';
import { ProviderUnavailable } from '../identity-errors.js';

const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** What the provider says of itself, as far as it is needed to verify what it signed. */
export type Metadata = z.output<typeof metadataSchema>;

/** How long what was found out stands, in milliseconds. */
export interface DiscoveryTiming {
  /** Until the provider is asked again. */
  readonly fresh: number;
  /** Until it is asked again after it could not be reached, so that a crowd of requests does not ask it each. */
  readonly coolDown: number;
  /** Longest wait for its answer. */
  readonly patience: number;
}

const USUAL_TIMING: DiscoveryTiming = { fresh: 3_600_000, coolDown: 5_000, patience: 5_000 };

/** The provider's metadata, found under its issuer identifier (OpenID Connect Discovery 1.0, 4) and kept for a while. */
export class ProviderMetadata {
  #known: { readonly metadata: Metadata; readonly at: number } | undefined;
  #failed: { readonly at: number; readonly cause: unknown } | undefined;
  #asking: Promise<Metadata> | undefined;

  constructor(
    readonly issuer: string,
    private readonly timing: DiscoveryTiming = USUAL_TIMING,
  ) {}

  /**
   * What is known, asked again when it is old. If the provider is away meanwhile, what was known goes on standing.
   * @throws ProviderUnavailable if nothing is known and the provider is away, or speaks for another issuer.
   */
  async read(): Promise<Metadata> {
    if (this.#known !== undefined && isWithin(this.timing.fresh, this.#known.at)) return this.#known.metadata;
    if (this.#failed !== undefined && isWithin(this.timing.coolDown, this.#failed.at)) {
      return this.#asKnown(this.#failed.cause);
    }
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<Metadata> {
    try {
      const metadata = await this.#fetched();
      this.#known = { metadata, at: performance.now() };
      this.#failed = undefined;
      return metadata;
    } catch (error) {
      this.#failed = { at: performance.now(), cause: error };
      return this.#asKnown(error);
    }
  }

  async #fetched(): Promise<Metadata> {
    const address = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(this.timing.patience),
    });
    if (!response.ok) throw new Error('the provider has no metadata');
    const metadata = metadataSchema.parse(await response.json());
    // What speaks for another issuer, another tenant of the same provider for one, is not ours (Discovery, 4.3).
    if (metadata.issuer !== this.issuer) throw new Error('the provider is another issuer');
    if (isEncrypted(this.issuer) && !isEncrypted(metadata.jwks_uri))
      throw new Error('the keys come in the clear');
    return metadata;
  }

  #asKnown(cause: unknown): Metadata {
    if (this.#known !== undefined) return this.#known.metadata;
    throw new ProviderUnavailable('metadata', { cause });
  }
}

function isEncrypted(address: string): boolean {
  return address.startsWith('https:');
}

function isWithin(milliseconds: number, since: number): boolean {
  return performance.now() - since < milliseconds;
}
