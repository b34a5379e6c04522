/**
 * The course by which the cost of a plan's process is measured: two years in which everyone does what is asked in time.
 * With a yearly follow-up, which the plan's policy sets, it is the shortest that still has every duty once and the
 * follow-up with its renewed consents twice.
 */
import { organisationId } from '../../../apps/local/demonstration/organisations.js';
import type { CastName } from '../../../apps/local/demonstration/cast.js';
import type { LocalDate } from '../../../libs/domain/calendar/index.js';
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
  makeThePlan(story, begins);
  holdFollowUp(story, monthsAfter(begins, 13));
  story.tell(at(monthsAfter(begins, 11), 0, '10:00'), 'mejse', 'Samtykkerne fornyes', (desk) =>
    desk.consent.give('second-year', GRANTS, {
      from: at(monthsAfter(begins, 11), 0, '00:00'),
      to: yearFrom(monthsAfter(begins, 11)),
    }),
  );
  const second = monthsAfter(begins, 22);
  story.tell(at(second, 0, '10:00'), 'mejse', 'Samtykkerne fornyes igen', (desk) =>
    desk.consent.give('third-year', GRANTS, { from: at(second, 0, '00:00'), to: yearFrom(second) }),
  );
  story.tell(at(monthsAfter(begins, 24), -1, '10:00'), 'mejse', 'Forløbet er gennemført', (desk) =>
    desk.course.end('completed', 'Brita klarer sig selv.'),
  );
  return story.told();
}

function begin(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 0, '09:00'), 'mejse', 'Forløbet begynder', (desk) =>
    desk.course.start({
      coordinator: 'mejse',
      organisationId: organisationId('housingSupport'),
      courseType: 'coordinated',
      department: 'Testkøbing Bostøtte',
    }),
  );
  story.tell(at(begins, 0, '10:00'), 'stork', 'Opfølgning en gang om året', (desk) =>
    desk.course.replacePolicy(YEARLY),
  );
  story.tell(at(begins, 0, '11:00'), 'mejse', 'Psykiatrien skrives på', (desk) =>
    desk.participants.add('ugle', 'regionalPsychiatry'),
  );
  story.tell(at(begins, 0, '12:00'), 'mejse', 'Rusmiddelcentret skrives på', (desk) =>
    desk.participants.add('spurv', 'substanceTreatment'),
  );
  story.tell(at(begins, 1, '10:00'), 'mejse', 'Samtykke til begge', (desk) =>
    desk.consent.give('first', GRANTS, { from: at(begins, 1, '00:00'), to: yearFrom(workingDay(begins, 1)) }),
  );
  story.tell(at(begins, 2, '10:00'), 'mejse', 'Begge spørges, hvilke planer de har', (desk) =>
    desk.gathering.request(['ugle', 'spurv']),
  );
  story.tell(at(begins, 3, '10:00'), 'mejse', 'Der indkaldes til det første møde', (desk) =>
    desk.meeting.fix('first', 'plan', { from: at(begins, 12, '10:00'), to: at(begins, 12, '11:30') }),
  );
  EVERYONE.forEach((name, index) => {
    story.tell(at(begins, 4 + index, '10:00'), name, 'Siger ja til mødet', (desk) =>
      desk.meeting.respond('first', name, 'accepted'),
    );
  });
  story.tell(at(begins, 7, '10:00'), 'ugle', 'Psykiatrien har ingen plan', (desk) =>
    desk.gathering.tellNoPlan('ugle'),
  );
  story.tell(at(begins, 7, '11:00'), 'spurv', 'Rusmiddelcentret har ingen plan', (desk) =>
    desk.gathering.tellNoPlan('spurv'),
  );
}

function makeThePlan(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 12, '12:00'), 'mejse', 'Alle kom', (desk) =>
    desk.meeting.recordAttendance('first', { brita: 'room', ugle: 'room', spurv: 'room' }),
  );
  story.tell(at(begins, 13, '09:00'), 'mejse', 'Referatet skrives', (desk) =>
    desk.meeting.recordMinutes('first', 'Ét skridt ad gangen.'),
  );
  story.tell(at(begins, 14, '09:00'), 'mejse', 'Afdækningen skrives', (desk) =>
    desk.draft.write('survey', 'Ingen andre planer.'),
  );
  story.tell(at(begins, 14, '09:30'), 'mejse', 'Udfordringerne skrives', (desk) =>
    desk.draft.write('challenges', 'Angsten om morgenen.'),
  );
  story.tell(at(begins, 14, '10:00'), 'mejse', 'Opfølgningen skrives', (desk) =>
    desk.draft.write('followUp', 'Møde om et år.'),
  );
  story.tell(at(begins, 14, '10:30'), 'mejse', 'Et mål', (desk) =>
    desk.draft.setGoal('mornings', 'Jeg vil kunne gå ud om morgenen.', 1),
  );
  story.tell(at(begins, 14, '11:00'), 'mejse', 'En aftale', (desk) =>
    desk.draft.agree('walks', 'mornings', {
      title: 'Gåtur sammen to gange om ugen',
      responsible: 'spurv',
      dueDate: monthsAfter(begins, 6),
    }),
  );
  story.tell(at(begins, 15, '10:00'), 'mejse', 'Udkastet sendes til godkendelse', (desk) =>
    desk.draft.submit(),
  );
  story.tell(at(begins, 16, '10:00'), 'brita', 'Borgeren godkender', (desk) => desk.draft.approve('brita'));
  story.tell(at(monthsAfter(begins, 6), -10, '10:00'), 'spurv', 'Gåturene er i gang', (desk) =>
    desk.draft.endAgreement('walks', 'kept'),
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
  story.tell(at(date, -5, '10:00'), 'mejse', 'Status på målet', (desk) =>
    desk.draft.reportGoal('mornings', 'onTrack'),
  );
  story.tell(at(date, 0, '12:00'), 'mejse', 'Alle kom', (desk) =>
    desk.meeting.recordAttendance('follow-up', { brita: 'room', ugle: 'room', spurv: 'room' }),
  );
  story.tell(at(date, 1, '09:00'), 'mejse', 'Referatet skrives', (desk) =>
    desk.meeting.recordMinutes('follow-up', 'Brita går selv ud om morgenen.'),
  );
  story.tell(at(date, 1, '10:00'), 'mejse', 'Opfølgningen lukkes', (desk) =>
    desk.followUp.close('continue', monthsAfter(date, 12), 'Det går godt.'),
  );
}
