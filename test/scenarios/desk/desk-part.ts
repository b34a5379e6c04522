import { castId } from '../../../apps/local/demonstration/cast-id.js';
import type { CastName } from '../../../apps/local/demonstration/cast.js';
import { CITIZEN } from '../../../libs/domain/participants/participant.types.js';
import type { LifeFrame } from '../life.js';
import type { Asking, Method } from '../world.js';

export type DeskLife = Pick<LifeFrame, 'name' | 'planId' | 'citizen'>;

/** What a person does with one plan by HTTP. Meetings, goals and the like are called by name; their ids follow from it. */
export abstract class DeskPart {
  constructor(
    protected readonly life: DeskLife,
    protected readonly ask: Asking,
  ) {}

  /** The id of something of this plan that is called so. */
  protected id(
    kind: 'meeting' | 'option' | 'goal' | 'agreement' | 'consent' | 'request',
    name: string,
  ): string {
    return castId(this.life.name, kind, name);
  }

  /** The id under which somebody takes part. */
  protected participant(name: CastName): string {
    return participantIdOf(this.life, name);
  }

  protected read<T>(path = ''): Promise<T> {
    return this.ask<T>('GET', `plans/${this.life.planId}${path}`);
  }

  protected command(method: Method, path: string, body?: unknown, ifMatch?: string): Promise<unknown> {
    return this.ask(method, `plans/${this.life.planId}/${path}`, body, ifMatch);
  }
}

/** The id under which somebody takes part in a life's plan. */
export function participantIdOf(life: DeskLife, name: CastName): string {
  return name === life.citizen ? CITIZEN : castId(life.name, 'participant', name);
}
