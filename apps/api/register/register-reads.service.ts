import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pageOf, type PageRequest, placeOf, rowsToRead } from '../../../libs/record/read/page.js';
import { type PageQuery, USUAL_PAGE } from '../schemas/page-query.js';
import { type RegisterActor, requireStaff } from './register.rights.js';
import type { PeopleQuery } from './register.schema.js';
import type { OrganisationAnswer, OrganisationPage, PeoplePage, PersonAnswer } from './register.view.js';

/** Lists of organisations and of those who work in them. */
@Injectable()
export class RegisterReadsService {
  constructor(private readonly database: DataSource) {}

  /** Staff of one organisation, by name. */
  async people(actor: RegisterActor, query: PeopleQuery): Promise<PeoplePage> {
    requireStaff(actor);
    const request = pageRequest(query);
    const place = placeOf(request, ['string', 'string', 'string']);
    const rows = await this.database.query<PersonAnswer[]>(
      `SELECT id AS "personId", given_name AS "givenName", family_name AS "familyName",
         organisation_id AS "organisationId", organisation_roles AS "organisationRoles", subject IS NOT NULL AS "hasSignIn"
       FROM people
       WHERE organisation_id = $1 AND cardinality(organisation_roles) > 0 AND NOT protected_identity
         AND ($3::text IS NULL OR (family_name, given_name, id::text) > ($3, $4, $5))
       ORDER BY family_name, given_name, id::text LIMIT $2`,
      [query.organisation, rowsToRead(request), place?.[0] ?? null, place?.[1] ?? null, place?.[2] ?? null],
    );
    return pageOf(request, rows, (row) => [row.familyName, row.givenName, row.personId]);
  }

  /** Organisations, by name. */
  async organisations(actor: RegisterActor, query: PageQuery): Promise<OrganisationPage> {
    requireStaff(actor);
    const request = pageRequest(query);
    const place = placeOf(request, ['string', 'string']);
    const rows = await this.database.query<OrganisationAnswer[]>(
      `SELECT id AS "organisationId", kind, name, parent_id AS "parentId", municipality_code AS "municipalityCode",
         region_code AS "regionCode"
       FROM organisations
       WHERE $2::text IS NULL OR (name, id::text) > ($2, $3)
       ORDER BY name, id::text LIMIT $1`,
      [rowsToRead(request), place?.[0] ?? null, place?.[1] ?? null],
    );
    return pageOf(request, rows, ({ name, organisationId }) => [name, organisationId]);
  }
}

function pageRequest({ cursor, limit }: PageQuery): PageRequest {
  return { cursor, limit: limit ?? USUAL_PAGE };
}
