import { kindWords } from '../../../libs/domain/consent/wording/kind-words.js';
import type { GrantedKind } from '../../../libs/domain/consent/consent.types.js';
import { CITIZEN } from '../../../libs/domain/participants/participant.types.js';
import type { Language } from '../../../libs/contracts/problem.types.js';
import type { PlanHead } from '../../../libs/reading/plan-head.js';
import { CODE_WORDS } from '../words/code.words.js';
import { PLAN_WORDS } from './plan.words.js';

/** Who people and participants of a plan are, in words of one language, as far as the reader may know. */
export class Names {
  constructor(
    private readonly head: PlanHead,
    private readonly language: Language,
  ) {}

  /** Name and organisation. */
  person(personId: string | null): string {
    const { unknown } = PLAN_WORDS[this.language];
    const person = this.head.people.find((one) => one.personId === personId);
    if (person?.name === undefined || person.name === null) return unknown;
    return person.organisationName === null ? person.name : `${person.name}, ${person.organisationName}`;
  }

  /** A participant by the authority that they stand for, or by their own name. */
  participant(participantId: string): string {
    const { roles } = CODE_WORDS[this.language];
    const found = this.head.participants.find((one) => one.participantId === participantId);
    if (found === undefined)
      return participantId === CITIZEN ? roles.citizen : PLAN_WORDS[this.language].somebody;
    return found.organisationName ?? (fullName(found) || roles[found.role]);
  }

  /** The same with who comes from there, or as what they take part. */
  participantInFull(participantId: string): string {
    const found = this.head.participants.find((one) => one.participantId === participantId);
    const name = this.participant(participantId);
    if (found === undefined) return name;
    const rest =
      found.organisationName === null ? CODE_WORDS[this.language].roles[found.role] : fullName(found);
    return rest === '' || rest === name ? name : `${name} (${rest})`;
  }

  /** A kind of information, with a capital letter. */
  kind(kind: GrantedKind): string {
    const sources = this.head.participants.map(({ participantId }) => [
      participantId,
      this.participant(participantId),
    ]);
    const words = kindWords(kind, this.language, Object.fromEntries(sources) as Record<string, string>);
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
}

function fullName({ givenName, familyName }: PlanHead['participants'][number]): string {
  return `${givenName ?? ''} ${familyName ?? ''}`.trim();
}
