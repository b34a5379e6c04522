import type { MentionedPerson, PlanData } from '../../reading/citizen-data/citizen-data.types.js';
import { kindWords } from '../../domain/consent/wording/kind-words.js';
import { type GrantedKind, INFORMATION_KINDS } from '../../domain/consent/consent.types.js';
import { ROLES } from '../words/code-words.js';
import type { NameOf } from '../words/field-words.js';

/** Who people and participants are, in words. */
export class Names {
  readonly #people: ReadonlyMap<string, MentionedPerson>;
  readonly #participants: ReadonlyMap<string, { readonly personId: string; readonly role: string }>;

  constructor(people: readonly MentionedPerson[], plan: PlanData['plan'] | null = null) {
    this.#people = new Map(people.map((person) => [person.personId, person]));
    this.#participants = new Map(
      (plan?.participants ?? []).map(({ participantId, personId, role }) => [
        participantId,
        { personId, role: ROLES[role] },
      ]),
    );
  }

  /** Name and organisation; `systemet` where nobody acted. */
  person(personId: string | null): string {
    if (personId === null) return 'Systemet';
    const person = this.#people.get(personId);
    if (person?.name === undefined || person.name === null) return 'Ukendt';
    return person.organisationName === null ? person.name : `${person.name}, ${person.organisationName}`;
  }

  /** Role and name. */
  participant(participantId: string | null): string {
    if (participantId === null) return '';
    const participant = this.#participants.get(participantId);
    if (participant === undefined) return participantId === 'citizen' ? 'Borger' : 'Ukendt';
    return `${participant.role}: ${this.person(participant.personId)}`;
  }

  /** Kinds of information, one after another. */
  kinds(kinds: readonly string[]): string {
    return kinds.map((kind) => this.#kind(kind)).join(', ');
  }

  /** For the parts of events: a participant, a person, or a kind of information. */
  readonly of: NameOf = (id) => {
    if (this.#participants.has(id)) return this.participant(id);
    if (this.#people.has(id)) return this.person(id);
    return isKind(id) ? this.#kind(id) : null;
  };

  #kind(kind: string): string {
    if (!isKind(kind)) return kind;
    const sources = [...this.#participants.keys()].map((id) => [id, this.participant(id)]);
    return kindWords(kind, 'da', Object.fromEntries(sources) as Record<string, string>);
  }
}

function isKind(text: string): text is GrantedKind {
  return text.startsWith('existingPlans:') || INFORMATION_KINDS.some((kind) => kind === text);
}
