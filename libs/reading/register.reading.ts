import type { OrganisationRole } from '../domain/plan/actor.js';
import { type Page, pageOf, type PageRequest, placeOf, rowsToRead } from '../record/read/page.js';
import type { OrganisationKind } from '../persistence/entities/organisation.entity.js';
import type { ListReader } from './list-reader.js';
import type { OpenViewer } from './viewer.js';

/** Somebody who works in an organisation. */
export interface StaffMember {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisationId: string | null;
  readonly organisationRoles: readonly OrganisationRole[];
  /** Whether it is registered how they sign in. */
  readonly hasSignIn: boolean;
}

export interface RegisteredOrganisation {
  readonly organisationId: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly parentId: string | null;
  readonly municipalityCode: string | null;
  readonly regionCode: string | null;
}

/** Lists of organisations and of those who work in them. They tell of no plan. */
export class RegisterReading {
  constructor(private readonly reader: ListReader) {}

  /** Staff of one organisation, by name; people with a protected identity are left out. @throws InvalidCursor */
  people(viewer: OpenViewer, organisationId: string, page: PageRequest): Promise<Page<StaffMember>> {
    const place = placeOf(page, ['string', 'string', 'string']);
    return this.reader.read(viewer, async (source) => {
      const rows = await source.query<StaffMember[]>(
        `SELECT id AS "personId", given_name AS "givenName", family_name AS "familyName",
           organisation_id AS "organisationId", organisation_roles AS "organisationRoles",
           subject IS NOT NULL AS "hasSignIn"
         FROM people
         WHERE organisation_id = $1 AND cardinality(organisation_roles) > 0 AND NOT protected_identity
           AND ($3::text IS NULL OR (family_name, given_name, id::text) > ($3, $4, $5))
         ORDER BY family_name, given_name, id::text LIMIT $2`,
        [organisationId, rowsToRead(page), place?.[0] ?? null, place?.[1] ?? null, place?.[2] ?? null],
      );
      const list = pageOf(page, rows, (row) => [row.familyName, row.givenName, row.personId]);
      return { list, planIds: [] };
    });
  }

  /** Organisations, by name. @throws InvalidCursor */
  organisations(viewer: OpenViewer, page: PageRequest): Promise<Page<RegisteredOrganisation>> {
    const place = placeOf(page, ['string', 'string']);
    return this.reader.read(viewer, async (source) => {
      const rows = await source.query<RegisteredOrganisation[]>(
        `SELECT id AS "organisationId", kind, name, parent_id AS "parentId", municipality_code AS "municipalityCode",
           region_code AS "regionCode"
         FROM organisations
         WHERE $2::text IS NULL OR (name, id::text) > ($2, $3)
         ORDER BY name, id::text LIMIT $1`,
        [rowsToRead(page), place?.[0] ?? null, place?.[1] ?? null],
      );
      return { list: pageOf(page, rows, ({ name, organisationId }) => [name, organisationId]), planIds: [] };
    });
  }
}
