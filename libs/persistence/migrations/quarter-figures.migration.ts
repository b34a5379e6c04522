import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS: readonly string[] = [
  `CREATE TABLE quarter_figures (
    quarter text NOT NULL,
    organisation_id uuid NOT NULL,
    at timestamptz NOT NULL,
    figures jsonb NOT NULL,
    CONSTRAINT pk_quarter_figures PRIMARY KEY (quarter, organisation_id),
    CONSTRAINT fk_quarter_figures_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id)
  )`,
  // Finds what began and ended in a quarter among all that ever happened.
  `CREATE INDEX ix_plan_events_course ON plan_events (at, plan_id) WHERE type IN ('planStarted', 'planEnded')`,
];

/** Makes room for the figures of quarters as they were first told. */
export class QuarterFigures1796049100000 implements MigrationInterface {
  readonly name = 'QuarterFigures1796049100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
