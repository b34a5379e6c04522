/**
 * The course by which the cost of a plan's process is measured: two years in which everyone does what is asked in time.
 * Follow-up is once a year, which the plan's policy sets; every duty comes once, meeting and renewal of consents twice.
 *
 * People act 24 times. What somebody does in one sitting is one act, though it may be several requests: 36 in all.
 * The process performs 9 steps: it invites twice, looks twice who comes, sends the version, opens the follow-up, reminds
 * of the status of the goal, and asks twice for the consents. 25 mails go out.
 */
import type { CastName } from '../../../apps/local/demonstration/cast.js';
import { organisationId } from '../../../apps/local/demonstration/organisations.js';
import { addMonths, type LocalDate } from '../../../libs/domain/calendar/index.js';
import { defaultPolicy } from '../../../libs/domain/plan/default-policy.js';
import type { Policy } from '../../../libs/domain/plan/policy.types.js';
import { TREATMENT_KINDS } from '../information-kinds.js';
import type { Life } from '../life.js';
import { at, monthsAfter, workingDay, yearFrom } from '../story-calendar.js';
import { Story } from '../story.js';

const YEARLY: Policy = {
  ...defaultPolicy,
  version: 'yearly-1',
  followUpMonths: { least: 1, most: 13, usual: 13 },
};
/** Everything but the goals: so the citizen alone approves. */
const KINDS = TREATMENT_KINDS.filter((kind) => kind !== 'goals');
const GRANTS = { ugle: KINDS, spurv: KINDS } as const;
const EVERYONE: readonly CastName[] = ['brita', 'ugle', 'spurv'];

/** The course, from its first day on. */
export function referenceCourse(begins: LocalDate): Life {
  const story = new Story({
    name: 'reference-course',
    title: 'Referenceforløbet',
    citizen: 'brita',
    people: ['mejse', 'ugle', 'spurv', 'stork'],
    unreachable: [],
  });
  begin(story, begins);
  holdFirstMeeting(story, begins);
  makeThePlan(story, begins);
  renewConsents(story, monthsAfter(begins, 11), 'second-year');
  holdFollowUp(story, monthsAfter(begins, 13));
  renewConsents(story, monthsAfter(begins, 22), 'third-year');
  story.tell(at(monthsAfter(begins, 24), 0, '10:00'), 'mejse', 'Forløbet er gennemført', (desk) =>
    desk.course.end('completed', 'Brita klarer sig selv.'),
  );
  return story.told();
}

function begin(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 0, '09:00'), 'mejse', 'Forløbet begynder med to parter', async (desk) => {
    await desk.course.start({
      coordinator: 'mejse',
      organisationId: organisationId('housingSupport'),
      courseType: 'coordinated',
      department: 'Testkøbing Bostøtte',
    });
    await desk.participants.add('ugle', 'regionalPsychiatry');
    await desk.participants.add('spurv', 'substanceTreatment');
  });
  story.tell(at(begins, 0, '13:00'), 'stork', 'Opfølgning en gang om året', (desk) =>
    desk.course.replacePolicy(YEARLY),
  );
  story.tell(at(begins, 1, '10:00'), 'mejse', 'Samtykke til begge', (desk) =>
    desk.consent.give('first', GRANTS, { from: at(begins, 1, '00:00'), to: yearFrom(workingDay(begins, 1)) }),
  );
  story.tell(
    at(begins, 2, '10:00'),
    'mejse',
    'Begge spørges om deres planer, og alle indkaldes',
    async (desk) => {
      await desk.gathering.request(['ugle', 'spurv']);
      await desk.meeting.fix('first', 'plan', { from: at(begins, 12, '10:00'), to: at(begins, 12, '11:30') });
    },
  );
  story.each(at(begins, 7, '10:00'), ['ugle', 'spurv'], 'Har ingen plan', (desk, name) =>
    desk.gathering.tellNoPlan(name),
  );
}

function holdFirstMeeting(story: Story, begins: LocalDate): void {
  EVERYONE.forEach((name, index) => {
    story.tell(at(begins, 3 + index, '10:00'), name, 'Siger ja til mødet', (desk) =>
      desk.meeting.respond('first', name, 'accepted'),
    );
  });
  story.tell(at(begins, 9, '09:00'), 'mejse', 'Dagsordenen sendes', (desk) =>
    desk.meeting.sendAgenda('first', ['Hvad er vigtigst?']),
  );
  story.tell(at(begins, 12, '12:00'), 'mejse', 'Alle kom', async (desk) => {
    await desk.meeting.recordAttendance('first', { brita: 'room', ugle: 'room', spurv: 'room' });
    await desk.meeting.recordMinutes('first', 'Ét skridt ad gangen.');
  });
}

function makeThePlan(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 14, '09:00'), 'mejse', 'Planen skrives og sendes til godkendelse', async (desk) => {
    const { draft } = desk;
    await draft.write('survey', 'Ingen andre planer.');
    await draft.write('challenges', 'Angsten om morgenen.');
    await draft.write('followUp', 'Møde om et år.');
    await draft.setGoal('mornings', 'Jeg vil kunne gå ud om morgenen.', 1);
    await draft.agree('walks', 'mornings', {
      title: 'Gåtur sammen to gange om ugen',
      responsible: 'spurv',
      dueDate: monthsAfter(begins, 6),
    });
    await draft.submit();
  });
  story.tell(at(begins, 16, '10:00'), 'brita', 'Borgeren godkender', (desk) => desk.draft.approve('brita'));
  story.tell(at(begins, 17, '10:00'), 'mejse', 'Næste møde aftales', (desk) =>
    desk.followUp.set(13, monthsAfter(begins, 13)),
  );
  story.tell(at(monthsAfter(begins, 6), -10, '10:00'), 'spurv', 'Gåturene er i gang', (desk) =>
    desk.draft.endAgreement('walks', 'kept'),
  );
}

function renewConsents(story: Story, day: LocalDate, consent: string): void {
  story.tell(at(day, 0, '10:00'), 'mejse', 'Samtykkerne fornyes for et år', (desk) =>
    desk.consent.give(consent, GRANTS, { from: at(day, 0, '00:00'), to: yearFrom(day) }),
  );
}

function holdFollowUp(story: Story, date: LocalDate): void {
  story.tell(at(date, -20, '10:00'), 'mejse', 'Der indkaldes til opfølgning', (desk) =>
    desk.meeting.fix('follow-up', 'followUp', { from: at(date, 0, '10:00'), to: at(date, 0, '11:00') }),
  );
  EVERYONE.forEach((name, index) => {
    story.tell(at(date, -19 + index, '10:00'), name, 'Siger ja til mødet', (desk) =>
      desk.meeting.respond('follow-up', name, 'accepted'),
    );
  });
  story.tell(at(date, -9, '09:00'), 'mejse', 'Dagsordenen sendes', (desk) =>
    desk.meeting.sendAgenda('follow-up', ['Hvordan går det?']),
  );
  story.tell(at(date, 0, '12:00'), 'mejse', 'Alle kom; status, referat og næste møde', async (desk) => {
    await desk.meeting.recordAttendance('follow-up', { brita: 'room', ugle: 'room', spurv: 'room' });
    await desk.meeting.recordMinutes('follow-up', 'Brita går selv ud om morgenen.');
    await desk.draft.reportGoal('mornings', 'onTrack');
    await desk.followUp.close('continue', workingDay(addMonths(date, 13), -1), 'Det går godt.');
  });
}
