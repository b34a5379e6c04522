import type { DataSource } from 'typeorm';
import { provenBy } from '../../persistence/register-rows/register-rows.js';
import { ClientDirectory, type RegisteredClient } from '../client-directory.js';

/** The register of machines, in PostgreSQL. */
export class RegisteredClients extends ClientDirectory {
  constructor(private readonly database: Pick<DataSource, 'query'>) {
    super();
  }

  async find(clientId: string): Promise<RegisteredClient | null> {
    const [client] = await this.database.query<RegisteredClient[]>(
      `SELECT client_id AS "clientId", organisation_id AS "organisationId", scopes,
         ${provenBy({ machine_clients: 'machine_clients.id = registered.id' })}
       FROM machine_clients registered WHERE client_id = $1 AND ended_at IS NULL`,
      [clientId],
    );
    return client ?? null;
  }
}
