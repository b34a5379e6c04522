import type { CastName } from '../../../apps/local/demonstration/cast.js';
import type { LocalDate } from '../../../libs/domain/calendar/index.js';
import type { ParticipantRole } from '../../../libs/domain/participants/participant.types.js';
import { DeskPart } from './desk-part.js';

/** A plan of the party's own, told in a few words. */
export interface ToldPlan {
  readonly role: ParticipantRole;
  readonly title: string;
  readonly since: LocalDate;
  readonly goals: readonly string[];
  readonly interventions: readonly string[];
}

/** The survey of the plans that exist already. */
export class GatheringDesk extends DeskPart {
  request(names: readonly CastName[]): Promise<unknown> {
    return this.command('POST', 'gathering-requests', {
      participantIds: names.map((name) => this.participant(name)),
    });
  }

  tellPlan(name: CastName, { role, title, since, goals, interventions }: ToldPlan): Promise<unknown> {
    const participantId = this.participant(name);
    const plan = {
      ownerPartyId: participantId,
      ownerRole: role,
      title,
      statutory: true,
      status: 'active',
      period: { from: since },
      goals: goals.map((text, index) => ({ id: `goal-${index + 1}`, text })),
      interventions: interventions.map((text, index) => ({ id: `intervention-${index + 1}`, text })),
    };
    return this.command('POST', 'gathering-answers', {
      participantId,
      answer: { kind: 'plans', existingPlans: [plan] },
    });
  }

  tellNoPlan(name: CastName): Promise<unknown> {
    return this.command('POST', 'gathering-answers', {
      participantId: this.participant(name),
      answer: { kind: 'noPlan' },
    });
  }

  /** Says of every overlap that the rule found that it is one. */
  async confirmOverlaps(reason: string): Promise<void> {
    const { items } = await this.read<{ items: { key: string; decision: string | null }[] }>('/overlaps');
    for (const { key } of items.filter(({ decision }) => decision === null)) {
      await this.command('POST', 'overlap-decisions', { overlapKey: key, decision: 'confirmed', reason });
    }
  }
}
