import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RegisterActor } from './register.rights.js';

/** In which organisations somebody may say who is in the team. */
@Injectable()
export class TeamDirectory {
  constructor(private readonly database: DataSource) {}

  /**
   * A team leader's own organisation; for a machine its organisation with all below it, or every one if it belongs to
   * the whole system.
   */
  async of(actor: RegisterActor): Promise<readonly string[]> {
    const { organisationId } = actor;
    if (actor.kind === 'client') return this.#within(organisationId);
    return actor.organisationRoles.includes('teamLeader') && organisationId !== null ? [organisationId] : [];
  }

  async #within(organisationId: string | null): Promise<readonly string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `WITH RECURSIVE within AS (
         SELECT id FROM organisations WHERE $1::uuid IS NULL OR id = $1
         UNION SELECT o.id FROM organisations o JOIN within ON o.parent_id = within.id
       )
       SELECT id FROM within`,
      [organisationId],
    );
    return rows.map(({ id }) => id);
  }
}
