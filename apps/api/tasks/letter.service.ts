import { Inject, Injectable } from '@nestjs/common';
import type { Environment } from '../../../libs/config/environment.js';
import { copenhagenDate } from '../../../libs/domain/calendar/index.js';
import { required } from '../../../libs/domain/plan/errors.js';
import type { Actor } from '../../../libs/domain/plan/actor.js';
import type { PlanState } from '../../../libs/domain/plan/plan.types.js';
import { renderLetter } from '../../../libs/mail/index.js';
import {
  meetingTime,
  noticeItem,
  noticeOfTask,
  occasionSeq,
  type PlanNotice,
} from '../../../libs/notices/index.js';
import { readEvents } from '../../../libs/persistence/event-log.js';
import { type Addressee, addresseeOf } from '../../../libs/record/read/addressees.read.js';
import type { ReadSource } from '../../../libs/record/read/page.js';
import { ENVIRONMENT } from '../environment.token.js';
import { PlanReader } from '../reading/plan-reader.js';
import type { LetterView } from './letter.view.js';

/** Letters to print for those who have no mail. */
@Injectable()
export class LetterService {
  constructor(
    private readonly reader: PlanReader,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /**
   * The letter of a task that is to send one.
   * @throws DomainError TASK.NOT_FOUND for a task that is not open, or that no letter belongs to.
   */
  async letter(actor: Actor, planId: string, taskId: string): Promise<LetterView> {
    return this.reader.read(actor, planId, async (source, sight) => {
      sight.require(sight.leads);
      const { state, at } = sight;
      const notice = await noticeIn(source, state, taskId);
      const told = meetingTime(state, notice);
      const item = required(
        noticeItem(state, notice, told, this.environment.PUBLIC_URL, at),
        'TASK.NOT_FOUND',
        { field: 'taskId' },
      );
      const recipient = await recipientOf(source, state, taskId);
      const coordinator = await coordinatorOf(source, state);
      const sender = coordinator === null ? '' : nameOf(coordinator);
      return renderLetter({
        language: recipient.language,
        firstName: recipient.givenName,
        items: [item],
        recipient: { name: nameOf(recipient), lines: linesOf(recipient) },
        sender: { name: sender, lines: [] },
        contact: { name: sender, telephone: coordinator?.telephone ?? '' },
        date: copenhagenDate(at),
        enclosed: false,
      });
    });
  }
}

async function noticeIn(source: ReadSource, state: PlanState, taskId: string): Promise<PlanNotice> {
  const task = required(state.tasks[taskId], 'TASK.NOT_FOUND', { field: 'taskId' });
  const seq = required(task.kind === 'sendLetter' ? occasionSeq(task) : null, 'TASK.NOT_FOUND', {
    field: 'taskId',
    expected: 'a task to send a letter',
  });
  const [recorded] = await readEvents(source, state.planId, seq - 1);
  return required(recorded === undefined ? null : noticeOfTask(state, task, recorded), 'TASK.NOT_FOUND', {
    field: 'taskId',
  });
}

async function recipientOf(source: ReadSource, state: PlanState, taskId: string): Promise<Addressee> {
  const participantId = state.tasks[taskId]?.participantId ?? '';
  const personId = required(state.participants[participantId]?.personId, 'PARTICIPANT.NOT_FOUND');
  return required(await addresseeOf(source, personId), 'PARTICIPANT.NOT_FOUND');
}

async function coordinatorOf(source: ReadSource, state: PlanState): Promise<Addressee | null> {
  return state.coordinatorPersonId === null ? null : addresseeOf(source, state.coordinatorPersonId);
}

function nameOf({ givenName, familyName }: Addressee): string {
  return `${givenName} ${familyName}`;
}

function linesOf({ address }: Addressee): string[] {
  return address === null ? [] : address.split(/,\s*/).filter((line) => line !== '');
}
