import type { Actor, OrganisationRole } from '../../libs/domain/plan/actor.js';
import { actingBy, type Employment } from '../../libs/domain/standing/standing.js';
import { type ActorName, actors, organisations, personOf } from '../factories/plan-actors.js';
import type { Choices } from './choices.js';

/** Those who work somewhere, and so may work elsewhere tomorrow. */
const STAFF = (Object.keys(actors) as ActorName[]).filter((name) => {
  const actor = actors[name];
  return actor.kind === 'person' && actor.organisationId !== null;
});

const PEOPLE = (Object.keys(actors) as ActorName[]).filter((name) => actors[name].kind === 'person');

/** A change of the register, as a life tells it: where somebody works, or whether they have died. */
export type RegisterChange =
  | { readonly personId: string; readonly employment: Employment }
  | { readonly personId: string; readonly deceased: boolean };

/** The register of one life: where everybody works at the moment, and who has died. It changes without the plan. */
export class LifeRegister {
  private readonly changed = new Map<string, Employment>();
  private readonly dead = new Set<string>();

  /** Somebody as the register has them now. What they signed in for can only make it less. */
  actor(name: ActorName): Actor {
    const actor = actors[name];
    return actor.kind === 'person' ? actingBy(actor, this.employmentOf(actor.personId)) : actor;
  }

  /** Where somebody works now, and as what. */
  readonly employmentOf = (personId: string): Employment => {
    const changed = this.changed.get(personId);
    if (changed !== undefined) return changed;
    const people: readonly Actor[] = Object.values(actors);
    const found = people.find((actor) => actor.kind === 'person' && actor.personId === personId);
    return found?.kind === 'person'
      ? { worksIn: found.worksIn, roles: found.organisationRoles }
      : { worksIn: [], roles: [] };
  };

  readonly isDead = (personId: string): boolean => this.dead.has(personId);

  change(change: RegisterChange): void {
    if ('employment' in change) this.changed.set(change.personId, change.employment);
    else if (change.deceased) this.dead.add(change.personId);
    else this.dead.delete(change.personId);
  }
}

/** Somebody works elsewhere, dies, or turns out to live. */
export function randomRegisterChange(register: LifeRegister, choices: Choices): RegisterChange {
  if (choices.chance(75)) return employmentChange(choices);
  const personId = personOf(choices.chance(40) ? 'citizen' : choices.oneOf(PEOPLE));
  return { personId, deceased: !register.isDead(personId) };
}

/** Somebody stops working, moves, loses or gets a role, or is back where they were. */
function employmentChange(choices: Choices): RegisterChange {
  const name = choices.oneOf(STAFF);
  const actor = actors[name];
  if (actor.kind !== 'person') throw new Error(`${name} works nowhere`);
  const { worksIn, organisationRoles: roles } = actor;
  const elsewhere = choices.oneOf(Object.values(organisations));
  const other: readonly OrganisationRole[] = choices.oneOf([['auditor'], ['practitioner'], ['teamLeader']]);
  const employment = choices.oneOf<Employment>([
    { worksIn: [], roles: [] },
    { worksIn: [elsewhere], roles },
    { worksIn: [`ward-of-${worksIn[0] ?? ''}`, ...worksIn], roles },
    { worksIn, roles: other },
    { worksIn, roles },
    { worksIn, roles },
  ]);
  return { personId: personOf(name), employment };
}
