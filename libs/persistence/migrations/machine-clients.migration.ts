import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS: readonly string[] = [
  `CREATE TABLE machine_clients (
    id uuid NOT NULL,
    client_id text NOT NULL,
    name text NOT NULL,
    organisation_id uuid,
    scopes text[] NOT NULL,
    registered_by uuid NOT NULL,
    registered_at timestamptz NOT NULL,
    ended_by uuid,
    ended_at timestamptz,
    CONSTRAINT pk_machine_clients PRIMARY KEY (id),
    CONSTRAINT fk_machine_clients_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id),
    CONSTRAINT fk_machine_clients_registered_by FOREIGN KEY (registered_by) REFERENCES people (id),
    CONSTRAINT fk_machine_clients_ended_by FOREIGN KEY (ended_by) REFERENCES people (id)
  )`,
  'CREATE UNIQUE INDEX uix_machine_clients_current ON machine_clients (client_id) WHERE ended_at IS NULL',
];

/** Machines that sign in, with the organisation that they belong to. */
export class MachineClients1795680000000 implements MigrationInterface {
  readonly name = 'MachineClients1795680000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
