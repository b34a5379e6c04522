import { copenhagenDate } from '../domain/calendar/index.js';
import { tellsHowReached } from '../domain/disclosure/protected-contact.js';
import type { ParticipantRole } from '../domain/participants/participant.types.js';
import { ensure, required, requiredIn } from '../domain/plan/errors.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import { renderLetter } from '../mail/index.js';
import { meetingTime, noticeItem, noticeOfTask, occasionSeq, type PlanNotice } from '../notices/index.js';
import type { Queryable } from '../persistence/queryable.js';
import type { Vault } from '../persistence/vault.js';
import { type Addressee, addresseeOf } from '../record/read/addressees.read.js';
import { letterDetails } from './letter-details.js';
import type { PlanReader } from './plan-reader.js';
import type { Viewer } from './viewer.js';

/** A letter to print. */
export type Letter = ReturnType<typeof renderLetter>;

/** Letters to print for those who have no mail. */
export class LetterReading {
  constructor(
    private readonly reader: PlanReader,
    private readonly publicUrl: string,
  ) {}

  /**
   * The letter of a task that is to send one, with what its recipient may know at this moment.
   * @throws DomainError TASK.NOT_FOUND for a task that is not open, or that no letter belongs to; ACTOR.NOT_PERMITTED for one
   *   to somebody of whom the plan does not tell how they are reached.
   */
  async letter(viewer: Viewer<'getLetter'>, planId: string, taskId: string): Promise<Letter> {
    return this.reader.read(viewer, planId, async (source, sight, vault) => {
      const { state, at } = sight;
      sight.may('contactDetails');
      const notice = await noticeIn(source, vault, state, taskId);
      const told = meetingTime(state, notice);
      const participantId = state.tasks[taskId]?.participantId ?? '';
      const recipient = await recipientOf(source, vault, state, participantId);
      const pages = {
        publicUrl: this.publicUrl,
        signsIn: recipient.signsIn,
        pathFor: (path: string) => path,
      };
      ensure(tellsHowReached({ ...recipient, role: roleOf(state, participantId) }), 'ACTOR.NOT_PERMITTED', {
        field: 'taskId',
        expected: 'a letter to somebody whose address is not protected',
      });
      const item = required(noticeItem(state, notice, told, pages, at), 'TASK.NOT_FOUND', {
        field: 'taskId',
      });
      const coordinator = await coordinatorOf(source, vault, state);
      const sender = coordinator === null ? '' : nameOf(coordinator);
      return renderLetter({
        language: recipient.language,
        firstName: recipient.givenName,
        items: [item],
        recipient: { name: nameOf(recipient), lines: linesOf(recipient) },
        sender: { name: sender, lines: [] },
        contact: { name: sender, telephone: coordinator?.telephone ?? '' },
        date: copenhagenDate(at),
        details: await letterDetails({
          source,
          sight,
          vault,
          notice,
          participantId,
          language: recipient.language,
        }),
        enclosed: false,
      });
    });
  }
}

async function noticeIn(
  source: Queryable,
  { events }: Vault,
  state: PlanState,
  taskId: string,
): Promise<PlanNotice> {
  const task = requiredIn(state.tasks, taskId, 'TASK.NOT_FOUND', { field: 'taskId' });
  const seq = required(task.kind === 'sendLetter' ? occasionSeq(task) : null, 'TASK.NOT_FOUND', {
    field: 'taskId',
    expected: 'a task to send a letter',
  });
  const [recorded] = await events.read(source, state.planId, { afterSeq: seq - 1, limit: 1 });
  return required(recorded === undefined ? null : noticeOfTask(state, task, recorded), 'TASK.NOT_FOUND', {
    field: 'taskId',
  });
}

async function recipientOf(
  source: Queryable,
  { contacts }: Vault,
  state: PlanState,
  participantId: string,
): Promise<Addressee> {
  const personId = required(state.participants[participantId]?.personId, 'PARTICIPANT.NOT_FOUND');
  return required(await addresseeOf(source, contacts, personId), 'PARTICIPANT.NOT_FOUND');
}

function roleOf(state: PlanState, participantId: string): ParticipantRole {
  return requiredIn(state.participants, participantId, 'PARTICIPANT.NOT_FOUND').role;
}

async function coordinatorOf(
  source: Queryable,
  { contacts }: Vault,
  { coordinatorPersonId }: PlanState,
): Promise<Addressee | null> {
  return coordinatorPersonId === null ? null : addresseeOf(source, contacts, coordinatorPersonId);
}

function nameOf({ givenName, familyName }: Addressee): string {
  return `${givenName} ${familyName}`;
}

function linesOf({ address }: Addressee): string[] {
  return address === null ? [] : address.split(/,\s*/).filter((line) => line !== '');
}
