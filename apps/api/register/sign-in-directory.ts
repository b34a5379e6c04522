import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Environment } from '../../../libs/config/environment.js';
import { employeeKey, subjectKey } from '../../../libs/identity/sign-in-key.js';
import { Vault } from '../../../libs/persistence/vault.js';
import { ENVIRONMENT } from '../environment.token.js';
import { ApiError } from '../http/api-error.js';
import type { SignInBody } from './register.schema.js';

/** How people are registered to sign in. */
@Injectable()
export class SignInDirectory {
  readonly #issuer: string;

  constructor(
    private readonly database: DataSource,
    private readonly vault: Vault,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.#issuer = environment.OIDC_ISSUER;
  }

  /**
   * What is kept of how somebody signs in; null if it is not told.
   * @throws ApiError ORGANISATION.WITHOUT_CVR for an employee of an organisation that has no CVR number.
   */
  async keyOf({ subject, employeeId }: SignInBody, organisationId: string | null): Promise<string | null> {
    if (subject !== null) return subjectKey(this.vault.cipher, this.#issuer, subject);
    if (employeeId === null) return null;
    return employeeKey(this.vault.cipher, this.#issuer, await this.#cvrOf(organisationId), employeeId);
  }

  /** Of the organisation itself, or of the nearest one above it that has one. */
  async #cvrOf(organisationId: string | null): Promise<string> {
    const [nearest] = await this.database.query<{ cvr: string }[]>(
      `WITH RECURSIVE above AS (
         SELECT id, parent_id, cvr, 0 AS height FROM organisations WHERE id = $1
         UNION SELECT o.id, o.parent_id, o.cvr, above.height + 1
         FROM organisations o JOIN above ON o.id = above.parent_id WHERE above.cvr IS NULL
       )
       SELECT cvr FROM above WHERE cvr IS NOT NULL ORDER BY height LIMIT 1`,
      [organisationId],
    );
    if (nearest === undefined) {
      const errors = [{ field: '/employeeId', expected: 'an organisation with a CVR number' }];
      throw new ApiError('ORGANISATION.WITHOUT_CVR', { errors });
    }
    return nearest.cvr;
  }
}
