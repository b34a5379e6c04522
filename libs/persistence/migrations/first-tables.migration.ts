import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CITIZEN_REQUEST_TABLES } from './first-tables/citizen-request.tables.js';
import { CONSENT_TABLES } from './first-tables/consent.tables.js';
import { DISTRIBUTION_TABLES } from './first-tables/distribution.tables.js';
import { DRAFTING_TABLES } from './first-tables/drafting.tables.js';
import { FOLLOW_UP_TABLES } from './first-tables/follow-up.tables.js';
import { GATHERING_TABLES } from './first-tables/gathering.tables.js';
import { HANDOVER_TABLES } from './first-tables/handover.tables.js';
import { MEETING_TABLES } from './first-tables/meeting.tables.js';
import { NOTICES_TABLES } from './first-tables/notices.tables.js';
import { PARTICIPANTS_TABLES } from './first-tables/participants.tables.js';
import { PEOPLE_TABLES } from './first-tables/people.tables.js';
import { PLAN_TABLES } from './first-tables/plan.tables.js';
import { REQUESTS_TABLES } from './first-tables/requests.tables.js';
import { TASK_TABLES } from './first-tables/task.tables.js';

/** Forward from an empty database. There is no way back: what is wrong is mended by a later migration. */
export class FirstTables1772323200000 implements MigrationInterface {
  readonly name = 'FirstTables1772323200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const statements = [
      ...PEOPLE_TABLES,
      ...PLAN_TABLES,
      ...PARTICIPANTS_TABLES,
      ...CONSENT_TABLES,
      ...GATHERING_TABLES,
      ...MEETING_TABLES,
      ...DRAFTING_TABLES,
      ...DISTRIBUTION_TABLES,
      ...FOLLOW_UP_TABLES,
      ...CITIZEN_REQUEST_TABLES,
      ...HANDOVER_TABLES,
      ...TASK_TABLES,
      ...NOTICES_TABLES,
      ...REQUESTS_TABLES,
    ];
    for (const statement of statements) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations run forward only.'));
  }
}
