import type { Instant } from '../domain/calendar/index.js';
import type { InformationKind } from '../domain/consent/consent.types.js';
import { existingPlansFrom } from '../domain/consent/covered-kinds.js';
import { mayDisclose } from '../domain/disclosure/may-disclose.js';
import { type Sight, type SightAnswer, sightOf } from '../domain/disclosure/sight.js';
import type { Actor } from '../domain/plan/actor.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import type { PlanRole } from '../domain/plan/rights.js';

/** How it is worked out what an actor may see of a plan at an instant. */
export type PlanSightOf = (state: PlanState, actor: Actor, at: Instant) => PlanSight;

/** @throws DomainError PLAN.NOT_FOUND for an actor who may not know of the plan. */
export const planSightOf: PlanSightOf = (state, actor, at) =>
  new PlanSight(state, at, sightOf(state, actor, at));

/** What one actor may see of one plan at one instant. It remembers what it was asked for, for the audit. */
export class PlanSight {
  /** Whoever is answered at all learns that there is a course. */
  readonly #asked = new Set<InformationKind>(['course']);
  readonly #sources = new Map<string, SightAnswer>();
  /** What is nobody else's to consent to: how the plan is coordinated, and what is the actor's own. */
  readonly #beside = new Set<'coordination' | 'own'>();
  /** What goes on to somebody else on paper: to which participant, and why they may have it. */
  readonly #handed = new Map<string, { participantId: string; kind: InformationKind; answer: SightAnswer }>();

  constructor(
    readonly state: PlanState,
    readonly at: Instant,
    readonly sight: Sight,
  ) {}

  get roles(): readonly PlanRole[] {
    return this.sight.roles;
  }

  /** The participants that the actor is. */
  get own(): readonly string[] {
    return this.sight.own;
  }

  /** Whether the actor sees everything. */
  get whole(): boolean {
    if (this.sight.whole) this.#beside.add('coordination');
    return this.sight.whole;
  }

  /** Whether the actor sees how the plan goes: who coordinates, what is awaited, which tasks there are. */
  get leads(): boolean {
    if (this.sight.leads) this.#beside.add('coordination');
    return this.sight.leads;
  }

  /** The kinds of information that the actor may see. */
  get kinds(): InformationKind[] {
    return entriesOf(this.sight).flatMap(([kind, { allowed }]) => (allowed ? [kind] : []));
  }

  /** Whether the actor may see this kind of information. */
  may(kind: InformationKind): boolean {
    this.#asked.add(kind);
    return this.sight.answers[kind].allowed;
  }

  /** Whether the actor may see the existing plans of this participant. */
  mayFrom(source: string): boolean {
    const answer = this.sight.sources[source];
    if (answer?.allowed !== true) return false;
    if (!this.may('existingPlans')) this.#sources.set(existingPlansFrom(source), answer);
    return true;
  }

  /** Whether the actor sees this kind of information, and may hand it to the participant on paper at this moment. */
  mayHand(participantId: string, kind: InformationKind): boolean {
    const answer = handedTo(this.state, participantId, kind, this.at);
    if (!answer.allowed || !this.may(kind)) return false;
    this.#handed.set(`${participantId} ${kind}`, { participantId, kind, answer });
    return true;
  }

  /** Whether something is about the participant that the actor is. */
  isOwn(participantId: string | null): boolean {
    const own = participantId !== null && this.own.includes(participantId);
    if (own) this.#beside.add('own');
    return own;
  }

  /** Whether everything that another sight showed may be seen by this one, too. */
  covers(other: PlanSight): boolean {
    const { sight } = this;
    const rank = (sight.whole || !other.sight.whole) && (sight.leads || !other.sight.leads);
    const kinds = other.kinds.every((kind) => sight.answers[kind].allowed);
    const sources = Object.entries(other.sight.sources).every(
      ([source, { allowed }]) => !allowed || sight.sources[source]?.allowed === true,
    );
    const handed = [...other.#handed.values()].every(
      ({ participantId, kind }) => handedTo(this.state, participantId, kind, this.at).allowed,
    );
    return (
      handed &&
      rank &&
      kinds &&
      sources &&
      other.own.every((participantId) => sight.own.includes(participantId))
    );
  }

  /**
   * The kinds that were asked for and may be seen, each with the reason and what it rests on; `coordination` and `own` with
   * the roles that they are for.
   */
  get disclosed(): Record<string, string> {
    const asked = entriesOf(this.sight).filter(([kind, { allowed }]) => allowed && this.#asked.has(kind));
    const kinds = [...asked, ...this.#sources].map(([kind, answer]) => [kind, wordsOf(answer)] as const);
    const handed = [...this.#handed.values()].map(
      ({ participantId, kind, answer }) => [`letter:${participantId}:${kind}`, wordsOf(answer)] as const,
    );
    const beside = [...this.#beside].map((name) => [name, this.roles.join(' ')] as const);
    return Object.fromEntries([...kinds, ...beside, ...handed]);
  }
}

function handedTo(state: PlanState, participantId: string, kind: InformationKind, at: Instant): SightAnswer {
  return mayDisclose(state, { participantId, kind, purpose: 'coordination', at });
}

function wordsOf({ reason, restsOn }: SightAnswer): string {
  return restsOn === null ? reason : `${reason}:${restsOn}`;
}

function entriesOf({ answers }: Sight): [InformationKind, Sight['answers'][InformationKind]][] {
  return Object.entries(answers) as [InformationKind, Sight['answers'][InformationKind]][];
}
