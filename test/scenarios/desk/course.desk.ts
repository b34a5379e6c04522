import { castMember, type CastName } from '../../../apps/local/demonstration/cast.js';
import type { EndReason } from '../../../libs/domain/plan/plan.types.js';
import type { Policy } from '../../../libs/domain/plan/policy.types.js';
import { DeskPart } from './desk-part.js';

/** The course as a whole: its beginning, its wishes, its work, its end. */
export class CourseDesk extends DeskPart {
  start(start: {
    coordinator: CastName;
    organisationId: string;
    courseType: 'integrated' | 'coordinated';
    department: string;
  }): Promise<unknown> {
    const { id, channel } = castMember(this.life.citizen);
    const { coordinator, ...rest } = start;
    return this.ask('POST', 'plans', {
      ...rest,
      planId: this.life.planId,
      citizenPersonId: id,
      citizenChannel: channel,
      grounds: ['severeMentalIllnessWithSubstanceUse'],
      cluster: 'Nord',
      municipalityCode: '0219',
      coordinatorPersonId: castMember(coordinator).id,
      citizenAnswer: 'yes',
      answerManner: 'oral',
    });
  }

  replacePolicy(policy: Policy): Promise<unknown> {
    return this.command('PUT', 'policy', policy);
  }

  request(request: string, kind: 'meeting' | 'pause' | 'otherCoordinator', words: string): Promise<unknown> {
    return this.command('POST', 'citizen-requests', { requestId: this.id('request', request), kind, words });
  }

  answerRequest(request: string, answer: 'granted' | 'declined', reason: string): Promise<unknown> {
    return this.command('POST', `citizen-requests/${this.id('request', request)}/answer`, { answer, reason });
  }

  /** Does the work that is on the plan's list: posts the letters, makes the calls. */
  async completeTasks(note: string): Promise<void> {
    const { items } = await this.read<{ items: { taskId: string; closedAt: string | null }[] }>('/tasks');
    for (const { taskId } of items.filter(({ closedAt }) => closedAt === null)) {
      await this.command('POST', `tasks/${encodeURIComponent(taskId)}/completion`, { note });
    }
  }

  end(reason: Exclude<EndReason, 'citizenDeclined' | 'merged'>, note: string): Promise<unknown> {
    return this.command('POST', 'end', { reason, note });
  }

  /** Plans that are overdue, as the person who asks may see them. */
  overduePlans(): Promise<{
    items: {
      planId: string;
      waitingOn: string[] | null;
      overdueSince: string | null;
      summary: string | null;
    }[];
  }> {
    return this.ask('GET', 'plans?overdue=true&open=true');
  }
}
