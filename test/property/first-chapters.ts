import type { PlanState } from '../../libs/domain/plan/plan.types.js';
import * as commands from '../factories/plan-commands.js';
import type { Choices } from './choices.js';
import type { WatchedLife } from './watched-life.js';

type Chapter = (life: WatchedLife, choices: Choices) => void;

/** How a course ordinarily begins, chapter by chapter, so that random lives also have a middle and an end. */
const CHAPTERS: readonly Chapter[] = [
  (life) => {
    life.give({ type: 'recordCitizenAnswer', answer: 'yes', manner: 'oral' }, 'coordinator');
    life.give(commands.addParticipant('psychiatry'), 'coordinator');
    life.give(commands.addParticipant('jobCentre', { channel: 'letter' }), 'coordinator');
    const grants = ['psychiatry', 'jobCentre'].map((id) => commands.grant(id, life.at));
    life.give(commands.giveConsent('consent-1', grants), 'citizen');
  },
  (life) => {
    const participantIds = ['psychiatry', 'jobCentre'];
    life.give({ type: 'requestGathering', participantIds, answerBy: null }, 'coordinator');
    life.give(
      { type: 'answerGathering', participantId: 'jobCentre', answer: { kind: 'noPlan' } },
      'jobCentre',
    );
  },
  (life, choices) => {
    life.give(commands.fixMeeting('meeting-1', life.at), 'coordinator');
    life.attend(choices);
    life.passPromptly(commands.daysAfter(life.at, 14, '14:00'), choices);
    life.give(commands.recordAttendance('meeting-1'), 'coordinator');
    life.give({ type: 'recordMinutes', meetingId: 'meeting-1', minutes: 'said' }, 'coordinator');
  },
  (life) => {
    for (const section of ['survey', 'challenges', 'followUp'] as const) {
      life.give(commands.saveSection(section), 'coordinator');
    }
    life.give(commands.setGoal(), 'coordinator');
    life.give(commands.makeAgreement('agreement-1', life.at), 'coordinator');
    life.give({ type: 'submitDraft' }, 'coordinator');
  },
  (life, choices) => {
    for (const participantId of approvers(life.state)) {
      life.give({ type: 'approveDraft', participantId, manner: 'oral' }, 'coordinator');
    }
    life.attend(choices);
  },
  (life, choices) => {
    const { nextOn } = life.state;
    if (nextOn !== null) life.passPromptly(commands.daysAfter(`${nextOn}T11:00:00.000Z`, -20), choices);
  },
];

function approvers(state: PlanState): string[] {
  return Object.keys(state.submission?.approvals ?? {});
}

/** Lives the first chapters of a course: none of them in half of all lives, else up to any of them. */
export function liveFirstChapters(life: WatchedLife, choices: Choices): void {
  const last = choices.chance(50) ? 0 : choices.below(CHAPTERS.length) + 1;
  for (const chapter of CHAPTERS.slice(0, last)) chapter(life, choices);
}
