import { z } from 'zod';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { list, page, uuidAnswer, when } from '../schemas/answers.js';

const actorKind = z.enum(['person', 'client', 'process', 'unknown']);
const channel = z.enum(['api', 'portal', 'process', 'commandLine']);

export const accessLogItem = z
  .strictObject({
    at: when,
    actorKind,
    personId: uuidAnswer.nullable(),
    name: z.string().nullable(),
    organisationName: z.string().nullable(),
    roles: list(z.string()),
    operation: z.string(),
    kinds: list(z.string()),
    changed: z.boolean(),
    allowed: z.boolean(),
    inList: z.boolean().meta({
      description: 'Whether the plan was one of those in a list, with no more of each than a line.',
    }),
  })
  .meta({ id: 'AccessLogItem', description: 'Somebody who looked at the plan, changed it, or tried to.' });

export const accessLogPage = page(accessLogItem);
export type AccessLogPage = z.output<typeof accessLogPage>;

export const ACCESS_LOG_EXAMPLE: AccessLogPage = {
  items: [
    {
      at: '2027-03-02T09:00:00.000Z',
      actorKind: 'person',
      personId: EXAMPLE_IDS.practitioner,
      name: 'Ellen Louise Test Lauridsen',
      organisationName: 'Rusmiddelcentret',
      roles: ['representative'],
      operation: 'listGoals',
      kinds: ['goals'],
      changed: false,
      allowed: true,
      inList: false,
    },
  ],
  next: null,
};

export const auditEntryView = z
  .strictObject({
    chain: z.string(),
    place: z.int(),
    id: uuidAnswer,
    at: when,
    actorKind,
    personId: uuidAnswer.nullable(),
    clientId: z.string().nullable(),
    organisationId: uuidAnswer.nullable(),
    roles: list(z.string()),
    operation: z.string(),
    planId: uuidAnswer.nullable(),
    subjectPersonId: uuidAnswer.optional(),
    subjectOrganisationId: uuidAnswer.optional(),
    granted: list(z.string()).optional(),
    repeated: z.literal(true).optional(),
    listed: list(uuidAnswer),
    events: list(z.int()),
    disclosed: z.record(z.string(), z.string()),
    allowed: z.boolean(),
    refusal: z.string().nullable(),
    channel,
    address: z.string().nullable(),
    correlationId: z.string(),
  })
  .meta({
    id: 'AuditEntry',
    description:
      'Who read or changed what, in which role, why it was allowed, from where. `disclosed` names each kind of ' +
      'information with the reason and the consent or basis that it rested on; `events` the first and last event of a change. ' +
      '`subjectPersonId` and `subjectOrganisationId` are there where it is about one, `granted` where roles were given or ' +
      'taken, `repeated` where a request was answered again under its key.',
  });

export const auditPage = page(auditEntryView);
export type AuditPage = z.output<typeof auditPage>;

export const AUDIT_EXAMPLE: AuditPage = {
  items: [
    {
      chain: `plan:${EXAMPLE_IDS.plan}`,
      place: 17,
      id: EXAMPLE_IDS.request,
      at: '2027-03-02T09:00:00.000Z',
      actorKind: 'person',
      personId: EXAMPLE_IDS.practitioner,
      clientId: null,
      organisationId: EXAMPLE_IDS.organisation,
      roles: ['representative'],
      operation: 'listGoals',
      planId: EXAMPLE_IDS.plan,
      listed: [],
      events: [],
      disclosed: { goals: `consent:${EXAMPLE_IDS.consent}:0` },
      allowed: true,
      refusal: null,
      channel: 'api',
      address: '192.0.2.7',
      correlationId: '17d95df0-1662-4273-b7ff-07020ec0128d',
    },
  ],
  next: null,
};

export const exportedEntryView = z
  .strictObject({
    chain: z.string(),
    place: z.int(),
    entry: z.string(),
    keyId: z.string(),
    code: z.string(),
    hash: z.string(),
  })
  .meta({
    id: 'ExportedAuditEntry',
    description:
      'An entry as it was written. `hash` is SHA-256 over the hash before it in its chain, and chain, place, keyId, code and ' +
      'entry with line feeds between them.',
  });

export const auditExport = page(exportedEntryView);
export type AuditExport = z.output<typeof auditExport>;

export const AUDIT_EXPORT_EXAMPLE: AuditExport = {
  items: [
    {
      chain: `plan:${EXAMPLE_IDS.plan}`,
      place: 17,
      entry: '{"id":"…","at":"2027-03-02T09:00:00.000Z"}',
      keyId: 'local-1',
      code: 'q83v…',
      hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  ],
  next: null,
};
