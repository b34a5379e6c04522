import { copenhagenDate, type Instant } from '../domain/calendar/index.js';
import type { ConsentBasis, ConsentManner, GrantedKind, Purpose } from '../domain/consent/consent.types.js';
import {
  consentForm,
  isConsentWordingVersion,
  wordingVersionsFor,
} from '../domain/consent/wording/consent-form.js';
import type { ConsentForm, ConsentFormData } from '../domain/consent/wording/consent-form.types.js';
import { ensure, required } from '../domain/plan/errors.js';
import { PARTY_ROLES } from '../domain/participants/participant.types.js';
import type { ContactBook } from '../persistence/contact-details/contact-book.js';
import type { Queryable } from '../persistence/queryable.js';
import { addresseeOf } from '../record/read/addressees.read.js';
import { consentsOf, type ConsentView } from '../record/read/consents.read.js';
import { participantsOf, type ParticipantView } from '../record/read/participants.read.js';
import type { PlanReader } from './plan-reader.js';
import type { PlanSight } from './plan-sight.js';
import type { Viewer } from './viewer.js';
import { ownOr } from './visible-parts.js';

/** A consent as it is about to be given. */
export interface ProposedConsent {
  readonly grants: readonly {
    readonly participantId: string;
    readonly kinds: readonly GrantedKind[];
    readonly purpose: Purpose;
    readonly from: Instant;
    readonly to: Instant;
  }[];
  readonly basis: ConsentBasis;
  readonly manner: ConsentManner;
  readonly wordingVersion: string;
  readonly givenBy: ConsentFormData['givenBy'];
}

type Language = 'da' | 'en';

/** Forms of consents: to be shown before one is given, and to be looked up afterwards. */
export class ConsentFormReading {
  constructor(private readonly reader: PlanReader) {}

  /**
   * The form of a consent that is about to be given, to be shown or read out.
   * @throws as `PlanReader.read`; DomainError PARTICIPANT.NOT_FOUND, CONSENT.WORDING_UNKNOWN
   */
  preview(
    viewer: Viewer<'previewConsentForm'>,
    planId: string,
    consent: ProposedConsent,
    language: Language,
  ): Promise<ConsentForm> {
    const wordings: readonly string[] = wordingVersionsFor(consent.givenBy);
    ensure(wordings.includes(consent.wordingVersion), 'CONSENT.WORDING_UNKNOWN', {
      field: 'wordingVersion',
      expected: wordings.join(', '),
    });
    return this.reader.read(viewer, planId, async (source, sight, { contacts }) =>
      formOf(
        source,
        contacts,
        sight,
        { ...consent, recordedBy: viewer.actor.personId, at: sight.at },
        language,
      ),
    );
  }

  /**
   * The form of a consent that was given, as far as it is the viewer's to see.
   * @throws as `PlanReader.read`; DomainError CONSENT.NOT_FOUND
   */
  given(
    viewer: Viewer<'getConsentForm'>,
    planId: string,
    consentId: string,
    language: Language,
  ): Promise<ConsentForm> {
    return this.reader.read(viewer, planId, async (source, sight, { contacts }) => {
      const grants = ownOr(sight, sight.whole, await consentsOf(source, planId)).filter(
        (grant) => grant.consentId === consentId,
      );
      const [first] = grants;
      const { basis, manner, wordingVersion, givenBy, recordedBy, recordedAt } = required<ConsentView>(
        first,
        'CONSENT.NOT_FOUND',
        { field: 'consentId' },
      );
      const asGiven = grants.map(({ grantedKinds, ...grant }) => ({ ...grant, kinds: grantedKinds }));
      const recorded = {
        grants: asGiven,
        basis,
        manner,
        wordingVersion,
        givenBy,
        recordedBy,
        at: recordedAt,
      };
      return formOf(source, contacts, sight, recorded, language);
    });
  }
}

interface Recorded extends ProposedConsent {
  readonly recordedBy: string;
  readonly at: Instant;
}

async function formOf(
  source: Queryable,
  contacts: ContactBook,
  sight: PlanSight,
  consent: Recorded,
  language: Language,
): Promise<ConsentForm> {
  const { wordingVersion, basis, manner, givenBy, recordedBy, at } = consent;
  ensure(isConsentWordingVersion(wordingVersion), 'CONSENT.WORDING_UNKNOWN', { field: 'wordingVersion' });
  const participants = await participantsOf(source, contacts, sight.state.planId);
  const coordinator =
    sight.state.coordinatorPersonId === null
      ? null
      : await addresseeOf(source, contacts, sight.state.coordinatorPersonId);
  const recorder = await addresseeOf(source, contacts, recordedBy);
  return consentForm(wordingVersion, language, {
    disclosers: await disclosersOf(source, sight, participants),
    recipients: consent.grants.map(({ participantId, kinds, purpose, from, to }, index) => ({
      name: nameOf(
        required(
          participants.find((one) => one.participantId === participantId),
          'PARTICIPANT.NOT_FOUND',
          { field: `grants.${index}.participantId` },
        ),
      ),
      kinds,
      purpose,
      from: copenhagenDate(from),
      to,
    })),
    basis,
    givenBy,
    manner,
    date: copenhagenDate(at),
    recordedBy: recorder === null ? '–' : `${recorder.givenName} ${recorder.familyName}`,
    contact: {
      name: coordinator === null ? '–' : `${coordinator.givenName} ${coordinator.familyName}`,
      telephone: coordinator?.telephone ?? null,
    },
    sources: Object.fromEntries(participants.map((one) => [one.participantId, nameOf(one)])),
  });
}

/** The organisation that keeps the plan, and every party that takes part: each may disclose what it has. */
async function disclosersOf(
  source: Queryable,
  { state }: PlanSight,
  participants: readonly ParticipantView[],
): Promise<string[]> {
  const rows = await source.query<{ name: string }[]>('SELECT name FROM organisations WHERE id = $1', [
    state.organisationId,
  ]);
  const parties = participants
    .filter(({ role, removedAt }) => removedAt === null && PARTY_ROLES.includes(role))
    .map(nameOf);
  return [...new Set([...rows.map(({ name }) => name), ...parties])];
}

/** An authority under its own name, a person under theirs. */
function nameOf({ organisationName, givenName, familyName }: ParticipantView): string {
  if (organisationName !== null) return organisationName;
  return givenName === null ? '–' : `${givenName} ${familyName ?? ''}`.trim();
}
