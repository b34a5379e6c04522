/**
 * A woman consents for psychiatry, substance treatment and job centre. After the plan's first distribution she withdraws
 * the job centre's: from that second it gets nothing more but the cancellation of what stands in its calendar. The
 * meeting in two weeks is held without it. Half a year later the remaining consents near their end; she is asked in
 * time, does not answer, and they lapse.
 */
import type { CastName } from '../../../apps/local/demonstration/cast.js';
import { organisationId } from '../../../apps/local/demonstration/organisations.js';
import { addMonths, type LocalDate } from '../../../libs/domain/calendar/index.js';
import type { ParticipantRole } from '../../../libs/domain/participants/participant.types.js';
import { AUTHORITY_KINDS, TREATMENT_KINDS } from '../information-kinds.js';
import type { Life } from '../life.js';
import { at, monthsAfter, workingDay, yearFrom } from '../story-calendar.js';
import { Story } from '../story.js';

const PARTIES = {
  ugle: 'regionalPsychiatry',
  spurv: 'substanceTreatment',
  gøg: 'jobCentre',
} as const satisfies Partial<Record<CastName, ParticipantRole>>;
const PARTY_NAMES = Object.keys(PARTIES) as (keyof typeof PARTIES)[];

/** The life, from its first day on. */
export function consentWithdrawnMidway(begins: LocalDate): Life {
  const story = new Story({
    name: 'consent-withdrawn-midway',
    title: 'Samtykket trækkes tilbage undervejs',
    citizen: 'brita',
    people: ['mejse', ...PARTY_NAMES, 'stork'],
    unreachable: [],
  });
  const lapses = yearFrom(workingDay(begins, 1));
  begin(story, begins, lapses);
  makeTheVersion(story, begins);
  const second = monthsAfter(begins, 6);
  withdraw(story, second);
  const third = workingDay(addMonths(workingDay(begins, 1), 12), 1);
  letLapse(story, second, third);
  return story.told();
}

function begin(story: Story, begins: LocalDate, lapses: string): void {
  story.tell(at(begins, 0, '09:00'), 'mejse', 'Forløbet begynder; borgeren siger ja', (desk) =>
    desk.course.start({
      coordinator: 'mejse',
      organisationId: organisationId('housingSupport'),
      courseType: 'coordinated',
      department: 'Testkøbing Bostøtte',
    }),
  );
  story.tell(at(begins, 0, '09:30'), 'mejse', 'Tre parter skrives på', async (desk) => {
    for (const name of PARTY_NAMES) await desk.participants.add(name, PARTIES[name]);
  });
  story.tell(at(begins, 1, '10:00'), 'mejse', 'Samtykke til alle tre, for et år', (desk) =>
    desk.consent.give(
      'first',
      { ugle: TREATMENT_KINDS, spurv: TREATMENT_KINDS, gøg: AUTHORITY_KINDS },
      { from: at(begins, 1, '00:00'), to: lapses },
    ),
  );
  story.tell(at(begins, 2, '10:00'), 'mejse', 'Alle tre spørges, hvilke planer de har', (desk) =>
    desk.gathering.request(PARTY_NAMES),
  );
  story.tell(at(begins, 3, '09:00'), 'mejse', 'Der indkaldes til det første møde', (desk) =>
    desk.meeting.fix('first', 'plan', { from: at(begins, 12, '10:00'), to: at(begins, 12, '11:30') }),
  );
  story.each(at(begins, 5, '10:00'), ['brita', ...PARTY_NAMES], 'Siger ja til mødet', (desk, name) =>
    desk.meeting.respond('first', name, 'accepted'),
  );
  story.tell(at(begins, 6, '10:00'), 'ugle', 'Psykiatrien fortæller om sin behandlingsplan', (desk) =>
    desk.gathering.tellPlan('ugle', {
      role: 'regionalPsychiatry',
      title: 'Behandlingsplan',
      since: begins,
      goals: ['Færre indlæggelser'],
      interventions: ['Samtale hver anden uge'],
    }),
  );
  story.each(at(begins, 7, '10:00'), ['spurv', 'gøg'], 'Har ingen plan', (desk, name) =>
    desk.gathering.tellNoPlan(name),
  );
  story.tell(at(begins, 12, '12:00'), 'mejse', 'Det første møde er holdt', async (desk) => {
    await desk.meeting.recordAttendance('first', { brita: 'room', ugle: 'room', spurv: 'room', gøg: 'room' });
    await desk.meeting.recordMinutes('first', 'Brita vil tage ét skridt ad gangen.');
  });
}

function makeTheVersion(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 14, '10:00'), 'mejse', 'Planen skrives', async (desk) => {
    const { draft } = desk;
    await draft.write('survey', 'Én plan, i psykiatrien.');
    await draft.write('challenges', 'Angsten om morgenen.');
    await draft.write('followUp', 'Møde om et halvt år.');
    await draft.setGoal('mornings', 'Jeg vil kunne gå ud om morgenen.', 1);
    await draft.agree('walks', 'mornings', {
      title: 'Gåtur sammen to gange om ugen',
      responsible: 'spurv',
      dueDate: monthsAfter(begins, 5),
    });
    await draft.agree('job-trial', 'mornings', {
      title: 'Virksomhedspraktik, to timer om dagen',
      responsible: 'gøg',
      dueDate: monthsAfter(begins, 7),
    });
  });
  story.tell(at(begins, 15, '10:00'), 'mejse', 'Udkastet sendes til godkendelse', (desk) =>
    desk.draft.submit(),
  );
  story.each(at(begins, 17, '10:00'), ['brita', ...PARTY_NAMES], 'Godkender planen', (desk, name) =>
    desk.draft.approve(name),
  );
  story.tell(at(begins, 18, '10:00'), 'mejse', 'Næste møde aftales til om et halvt år', (desk) =>
    desk.followUp.set(6, monthsAfter(begins, 6)),
  );
  story.tell(at(monthsAfter(begins, 5), -5, '10:00'), 'spurv', 'Gåturene er i gang', (desk) =>
    desk.draft.endAgreement('walks', 'kept'),
  );
}

/** Two weeks before the second meeting. */
function withdraw(story: Story, second: LocalDate): void {
  const rest: CastName[] = ['brita', 'ugle', 'spurv'];
  story.tell(at(second, -20, '09:00'), 'mejse', 'Der indkaldes til det andet møde', (desk) =>
    desk.meeting.fix('second', 'followUp', { from: at(second, 0, '10:00'), to: at(second, 0, '11:00') }),
  );
  story.each(at(second, -18, '10:00'), [...rest, 'gøg'], 'Siger ja til mødet', (desk, name) =>
    desk.meeting.respond('second', name, 'accepted'),
  );
  story.tell(at(second, -10, '20:15'), 'brita', 'Borgeren trækker jobcentrets samtykke tilbage', (desk) =>
    desk.consent.withdraw('gøg'),
  );
  story.tell(at(second, -9, '08:30'), 'gøg', 'Jobcentret kan ikke længere se forløbet', (desk) =>
    desk.refused('PLAN.NOT_FOUND', (other) => other.open()),
  );
  story.tell(at(second, -9, '10:00'), 'mejse', 'Jobcentrets aftale falder bort', (desk) =>
    desk.draft.endAgreement('job-trial', 'dropped', 'Borgeren har trukket samtykket tilbage.'),
  );
  story.tell(at(second, -6, '10:00'), 'mejse', 'Dagsorden og status', async (desk) => {
    await desk.meeting.sendAgenda('second', ['Gåturene', 'Hvad nu?']);
    await desk.draft.reportGoal('mornings', 'onTrack');
  });
  story.tell(at(second, 0, '12:00'), 'mejse', 'Det andet møde er holdt uden jobcentret', async (desk) => {
    await desk.meeting.recordAttendance('second', { brita: 'room', ugle: 'video', spurv: 'room' });
    await desk.meeting.recordMinutes('second', 'Brita går selv til bageren nu.');
  });
}

/** Six weeks before the year is over the system asks her. */
function letLapse(story: Story, second: LocalDate, third: LocalDate): void {
  story.tell(at(second, 1, '10:00'), 'mejse', 'Opfølgningen lukkes, næste møde aftales', (desk) =>
    desk.followUp.close('continue', third, 'Vi mødes igen om et halvt år.'),
  );
  story.tell(at(third, -20, '10:00'), 'mejse', 'Der indkaldes til det tredje møde', (desk) =>
    desk.meeting.fix('third', 'followUp', { from: at(third, 0, '10:00'), to: at(third, 0, '11:00') }),
  );
  story.each(at(third, -18, '10:00'), ['ugle', 'spurv'], 'Siger ja til mødet', (desk, name) =>
    desk.meeting.respond('third', name, 'accepted'),
  );
  story.tell(at(third, -12, '14:00'), 'mejse', 'Borgeren tager ikke telefonen', (desk) =>
    desk.consent.attempt(['ugle', 'spurv'], 'notReached'),
  );
  story.tell(at(third, -5, '14:00'), 'mejse', 'Borgeren tager stadig ikke telefonen', (desk) =>
    desk.consent.attempt(['ugle', 'spurv'], 'notReached'),
  );
  story.each(
    at(third, -1, '12:00'),
    ['ugle', 'spurv'],
    'Samtykket er udløbet: forløbet kan ikke ses mere',
    (desk) => desk.refused('PLAN.NOT_FOUND', (other) => other.open()),
  );
  story.tell(at(third, -1, '13:00'), 'mejse', 'Mødet aflyses', (desk) =>
    desk.meeting.cancel('third', 'Borgeren har ikke svaret.'),
  );
  story.tell(at(third, 15, '10:00'), 'mejse', 'Forløbet afsluttes; det kan tages op igen', (desk) =>
    desk.course.end('citizenWithdrew', 'Borgeren har ikke svaret. Døren står åben.'),
  );
}
