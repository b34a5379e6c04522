/**
 * The course by which the cost of a plan's process is measured: two years of people who do what is asked, some of them
 * not before they are reminded. So that it is as short as that, its policy puts the first follow-up after two years and
 * asks for nobody at a meeting but the citizen and psychiatry, the only party.
 *
 * 23 commands by people: start, party, policy, interval, consent, request for plans, invitation, twice yes, the party's
 * answer, attendance, minutes, three sections, goal, agreement, submission, approval, the agreement kept, consent renewed
 * twice, end. The process performs 9 steps: it invites, reminds the party twice, looks who comes, reminds the
 * citizen of the approval, sends the version, reminds of the agreement, and asks twice for the consent.
 */
import { organisationId } from '../../../apps/local/demonstration/organisations.js';
import type { LocalDate } from '../../../libs/domain/calendar/index.js';
import { defaultPolicy } from '../../../libs/domain/plan/default-policy.js';
import type { Policy } from '../../../libs/domain/plan/policy.types.js';
import { TREATMENT_KINDS } from '../information-kinds.js';
import type { Life } from '../life.js';
import { at, monthsAfter, workingDay, yearFrom } from '../story-calendar.js';
import { Story } from '../story.js';

const LONG_INTERVAL: Policy = {
  ...defaultPolicy,
  version: 'long-interval-1',
  followUpMonths: { least: 1, most: 26, usual: 26 },
  requiredRoles: [['citizen'], ['regionalPsychiatry']],
};
/** Everything but the goals: so the citizen alone approves. */
const KINDS = TREATMENT_KINDS.filter((kind) => kind !== 'goals');
const GRANTS = { ugle: KINDS } as const;

/** The course, from its first day on. */
export function referenceCourse(begins: LocalDate): Life {
  const story = new Story({
    name: 'reference-course',
    title: 'Referenceforløbet',
    citizen: 'brita',
    people: ['mejse', 'ugle', 'stork'],
    unreachable: [],
  });
  begin(story, begins);
  holdFirstMeeting(story, begins);
  makeThePlan(story, begins);
  renewConsents(story, monthsAfter(begins, 11), 'second-year');
  renewConsents(story, monthsAfter(begins, 22), 'third-year');
  story.tell(at(monthsAfter(begins, 24), 0, '10:00'), 'mejse', 'Forløbet er gennemført', (desk) =>
    desk.course.end('completed', 'Borgeren klarer sig selv.'),
  );
  return story.told();
}

function begin(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 0, '09:00'), 'mejse', 'Forløbet begynder med én part', async (desk) => {
    await desk.course.start({
      coordinator: 'mejse',
      organisationId: organisationId('housingSupport'),
      courseType: 'coordinated',
      department: 'Testkøbing Bostøtte',
    });
    await desk.participants.add('ugle', 'regionalPsychiatry');
  });
  story.tell(at(begins, 0, '13:00'), 'stork', 'Første opfølgning efter to år', (desk) =>
    desk.course.replacePolicy(LONG_INTERVAL),
  );
  story.tell(at(begins, 0, '14:00'), 'mejse', 'Det gælder også denne plan', (desk) =>
    desk.followUp.set(26, null),
  );
  story.tell(at(begins, 1, '10:00'), 'mejse', 'Samtykke', (desk) =>
    desk.consent.give('first', GRANTS, { from: at(begins, 1, '00:00'), to: yearFrom(workingDay(begins, 1)) }),
  );
  story.tell(
    at(begins, 2, '10:00'),
    'mejse',
    'Psykiatrien spørges om sine planer, og der indkaldes',
    async (desk) => {
      await desk.gathering.request(['ugle']);
      await desk.meeting.fix('first', 'plan', { from: at(begins, 14, '10:00'), to: at(begins, 14, '11:30') });
    },
  );
  story.tell(at(begins, 12, '15:00'), 'ugle', 'Har ingen plan; svarer på den sidste dag', (desk) =>
    desk.gathering.tellNoPlan('ugle'),
  );
}

function holdFirstMeeting(story: Story, begins: LocalDate): void {
  (['brita', 'ugle'] as const).forEach((name, index) => {
    story.tell(at(begins, 3 + index, '10:00'), name, 'Siger ja til mødet', (desk) =>
      desk.meeting.respond('first', name, 'accepted'),
    );
  });
  story.tell(at(begins, 14, '12:00'), 'mejse', 'Alle kom', async (desk) => {
    await desk.meeting.recordAttendance('first', { brita: 'room', ugle: 'room' });
    await desk.meeting.recordMinutes('first', 'Ét skridt ad gangen.');
  });
}

function makeThePlan(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 16, '09:00'), 'mejse', 'Planen skrives og sendes til godkendelse', async (desk) => {
    const { draft } = desk;
    await draft.write('survey', 'Ingen andre planer.');
    await draft.write('challenges', 'Angsten om morgenen.');
    await draft.write('followUp', 'Møde om to år.');
    await draft.setGoal('mornings', 'Jeg vil kunne gå ud om morgenen.', 1);
    await draft.agree('walks', 'mornings', {
      title: 'Gåtur sammen to gange om ugen',
      responsible: 'ugle',
      dueDate: monthsAfter(begins, 6),
    });
    await draft.submit();
  });
  story.tell(at(begins, 24, '10:00'), 'brita', 'Borgeren godkender efter en påmindelse', (desk) =>
    desk.draft.approve('brita'),
  );
  story.tell(at(monthsAfter(begins, 6), 0, '10:00'), 'ugle', 'Gåturene er i gang, på selve dagen', (desk) =>
    desk.draft.endAgreement('walks', 'kept'),
  );
}

function renewConsents(story: Story, day: LocalDate, consent: string): void {
  story.tell(at(day, 0, '10:00'), 'mejse', 'Samtykkerne fornyes for et år', (desk) =>
    desk.consent.give(consent, GRANTS, { from: at(day, 0, '00:00'), to: yearFrom(day) }),
  );
}
