import { isOnHold } from '../domain/deadline/holds.js';
import type { Instant } from '../domain/calendar/index.js';
import type { Operation } from '../domain/access/operation-rules.js';
import { isWithinLink } from '../domain/access/within-link.js';
import type { InformationKind } from '../domain/consent/consent.types.js';
import { answersForThemself } from '../domain/participants/speaks-for-citizen.js';
import type { Actor } from '../domain/plan/actor.js';
import type { PlanRole } from '../domain/plan/rights.js';
import type { Queryable } from '../persistence/queryable.js';
import type { Vault } from '../persistence/vault.js';
import { participantsOf, type ParticipantView } from '../record/read/participants.read.js';
import type { MentionedPerson } from './citizen-data/citizen-data.types.js';
import { mentionedPeople } from './citizen-data/mentioned-people.js';
import type { PlanSight } from './plan-sight.js';
import { visibleParticipants } from './visible-parts.js';

/** Whom to ask about a plan: everybody who may know of it may know this much. */
export interface PlanContact {
  readonly personId: string;
  readonly name: string | null;
  readonly organisationName: string | null;
  readonly telephone: string | null;
}

/** What stands at the top of every page of a plan, and what its parts are told with. */
export interface PlanHead {
  readonly planId: string;
  /** How many events the plan has: what was decided on this page holds for it as it was then. */
  readonly seq: number;
  readonly number: string;
  /** Null for who may not know, or where it is protected. */
  readonly citizenName: string | null;
  readonly roles: readonly PlanRole[];
  /** The participants that the reader is. */
  readonly own: readonly string[];
  readonly whole: boolean;
  readonly leads: boolean;
  readonly kinds: readonly InformationKind[];
  /** Those who take or took part, as far as the reader may see them; the own ones always. */
  readonly participants: readonly ParticipantView[];
  readonly coordinator: PlanContact | null;
  /** Everybody whom the page's part names by id. */
  readonly people: readonly MentionedPerson[];
  /** Whether the reader may do such a thing at all: who came by a link only what it is for. The rules of the plan decide besides. */
  readonly permits: (operation: Operation) => boolean;
  readonly awaitsCitizen: boolean;
  /** Whether the citizen answers and consents for themself, from 15 years on. */
  readonly citizenAnswers: boolean;
  readonly onHold: boolean;
  readonly endedAt: Instant | null;
  readonly at: Instant;
}

/** The head of a plan's page. @param actor Who reads. @param told What the page tells, for the names of those whom it mentions. */
export async function planHead(
  source: Queryable,
  sight: PlanSight,
  { contacts }: Vault,
  actor: Actor,
  told: unknown,
): Promise<PlanHead> {
  const { state, at } = sight;
  const mayKnowOthers = sight.may('masterData');
  const everybody = visibleParticipants(sight, await participantsOf(source, contacts, state.planId));
  const participants = everybody.filter(
    ({ participantId }) => mayKnowOthers || sight.own.includes(participantId),
  );
  const people = await mentionedPeople(source, [told, state.coordinatorPersonId, state.citizenPersonId]);
  return {
    planId: state.planId,
    seq: state.seq,
    number: state.number,
    citizenName: mayKnowOthers
      ? (people.find(({ personId }) => personId === state.citizenPersonId)?.name ?? null)
      : null,
    roles: sight.roles,
    own: sight.own,
    whole: sight.sight.whole,
    leads: sight.sight.leads,
    kinds: sight.kinds,
    participants,
    coordinator: await contactOf(source, contacts, people, state.coordinatorPersonId),
    people: people.filter(({ personId }) => mayKnowOthers || personId !== state.citizenPersonId),
    permits: (operation) => isWithinLink(actor, operation),
    citizenAnswers: answersForThemself(state, at),
    awaitsCitizen: state.ended === null && state.citizenAnswer === 'pending',
    onHold: isOnHold(state),
    endedAt: state.ended?.at ?? null,
    at,
  };
}

async function contactOf(
  source: Queryable,
  contacts: Vault['contacts'],
  people: readonly MentionedPerson[],
  personId: string | null,
): Promise<PlanContact | null> {
  if (personId === null) return null;
  const person = people.find((one) => one.personId === personId);
  const { telephone } = await contacts.of(source, personId);
  return {
    personId,
    name: person?.name ?? null,
    organisationName: person?.organisationName ?? null,
    telephone,
  };
}
