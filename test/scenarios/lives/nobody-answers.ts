/**
 * Four parties are asked, two stay silent through every reminder, one mail address does not exist, the citizen does not
 * come to the first meeting, the coordinator resigns without a successor. Nothing is lost: the team leader finds the
 * plan among the overdue ones, sees on whom it waits and since when, and names a new coordinator.
 */
import type { CastName } from '../../../apps/local/demonstration/cast.js';
import { organisationId } from '../../../apps/local/demonstration/organisations.js';
import type { LocalDate } from '../../../libs/domain/calendar/index.js';
import type { ParticipantRole } from '../../../libs/domain/participants/participant.types.js';
import { AUTHORITY_KINDS, TREATMENT_KINDS } from '../information-kinds.js';
import type { Life } from '../life.js';
import type { PlanDesk } from '../plan-desk.js';
import { at, monthsAfter, workingDay, yearFrom } from '../story-calendar.js';
import { Story } from '../story.js';

const PARTIES = {
  due: 'regionalPsychiatry',
  bogfinke: 'substanceTreatment',
  spætte: 'jobCentre',
  regnspove: 'probation',
} as const satisfies Partial<Record<CastName, ParticipantRole>>;
const PARTY_NAMES = Object.keys(PARTIES) as (keyof typeof PARTIES)[];

/** The life, from its first day on. */
export function nobodyAnswers(begins: LocalDate): Life {
  const story = new Story({
    name: 'nobody-answers',
    title: 'Ingen svarer',
    citizen: 'magnus',
    people: ['rørhøg', 'tejst', ...PARTY_NAMES, 'hejre', 'trane', 'tårnfalk'],
    unreachable: ['bogfinke'],
  });
  begin(story, begins);
  holdMeetingWithoutCitizen(story, begins);
  loseTheCoordinator(story, begins);
  takeItUpAgain(story, begins);
  return story.told();
}

function begin(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 0, '09:00'), 'rørhøg', 'Forløbet begynder; borgeren siger ja', (desk) =>
    desk.course.start({
      coordinator: 'rørhøg',
      organisationId: organisationId('adultServices'),
      courseType: 'coordinated',
      department: 'Testkøbing Kommune, Voksenstøtte',
    }),
  );
  story.tell(at(begins, 0, '09:30'), 'rørhøg', 'Fire parter skrives på', async (desk) => {
    for (const name of PARTY_NAMES) await desk.participants.add(name, PARTIES[name]);
  });
  story.tell(at(begins, 1, '10:00'), 'rørhøg', 'Samtykke til alle fire', (desk) =>
    desk.consent.give(
      'first',
      {
        due: TREATMENT_KINDS,
        bogfinke: TREATMENT_KINDS,
        spætte: AUTHORITY_KINDS,
        regnspove: AUTHORITY_KINDS,
      },
      { from: at(begins, 1, '00:00'), to: yearFrom(workingDay(begins, 1)) },
    ),
  );
  story.tell(at(begins, 2, '10:00'), 'rørhøg', 'Alle fire spørges, hvilke planer de har', (desk) =>
    desk.gathering.request(PARTY_NAMES),
  );
  story.tell(at(begins, 3, '10:00'), 'due', 'Psykiatrien fortæller om sin behandlingsplan', (desk) =>
    desk.gathering.tellPlan('due', {
      role: 'regionalPsychiatry',
      title: 'Behandlingsplan',
      since: begins,
      goals: ['Stabil medicinsk behandling'],
      interventions: ['Udkørende team en gang om ugen'],
    }),
  );
  story.tell(
    at(begins, 4, '10:00'),
    'rørhøg',
    'En mailadresse findes ikke: der ringes i stedet',
    async (desk) => {
      await desk.participants.changeChannel('bogfinke', 'telephone');
      await desk.gathering.tellNoPlan('bogfinke');
      await desk.course.completeTasks('Ringet op. Adressen var forkert; der ringes fremover.');
    },
  );
}

function holdMeetingWithoutCitizen(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 5, '10:00'), 'rørhøg', 'Der indkaldes til det første møde', (desk) =>
    desk.meeting.fix('first', 'plan', { from: at(begins, 15, '10:00'), to: at(begins, 15, '11:00') }),
  );
  story.tell(at(begins, 6, '10:00'), 'rørhøg', 'Rusmiddelcentret siger ja i telefonen', async (desk) => {
    await desk.meeting.respond('first', 'bogfinke', 'accepted');
    await desk.course.completeTasks('Ringet op.');
  });
  story.tell(at(begins, 7, '10:00'), 'due', 'Siger ja til mødet', (desk) =>
    desk.meeting.respond('first', 'due', 'accepted'),
  );
  story.tell(at(begins, 15, '11:30'), 'rørhøg', 'Borgeren kom ikke til mødet', async (desk) => {
    await desk.meeting.recordAttendance(
      'first',
      { magnus: 'noShow', due: 'room', bogfinke: 'telephone', spætte: 'noShow', regnspove: 'noShow' },
      'Magnus kom ikke. Der blev kun aftalt, hvordan han kan nås.',
    );
    await desk.meeting.recordMinutes('first', 'Det udkørende team finder Magnus. Nyt møde, når han er med.');
  });
}

function loseTheCoordinator(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 22, '14:00'), 'rørhøg', 'Koordinatoren holder op, uden afløser', (desk) =>
    desk.handover.resign('Nyt arbejde.'),
  );
  story.tell(
    at(begins, 29, '09:30'),
    'hejre',
    'Teamlederen finder planen blandt de overskredne',
    findThePlan,
  );
  story.tell(at(begins, 29, '10:00'), 'hejre', 'En ny koordinator udpeges', (desk) =>
    desk.handover.name('tejst', 'Den tidligere koordinator er holdt op.'),
  );
}

async function findThePlan(desk: PlanDesk): Promise<void> {
  const { items } = await desk.course.overduePlans();
  const found = items.find(({ planId }) => planId === desk.planId);
  if (found?.waitingOn?.includes('teamLeader') !== true || found.overdueSince === null) {
    throw new Error('The plan without a coordinator is not among the overdue ones.');
  }
}

function takeItUpAgain(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 30, '10:00'), 'tejst', 'Der indkaldes til et nyt møde', async (desk) => {
    await desk.course.completeTasks('Gennemgået ved overtagelsen.');
    await desk.meeting.fix('second', 'plan', { from: at(begins, 40, '10:00'), to: at(begins, 40, '11:00') });
  });
  story.each(at(begins, 31, '10:00'), ['magnus', 'due'], 'Siger ja til mødet', (desk, name) =>
    desk.meeting.respond('second', name, 'accepted'),
  );
  story.tell(at(begins, 31, '11:00'), 'tejst', 'Rusmiddelcentret siger ja i telefonen', async (desk) => {
    await desk.meeting.respond('second', 'bogfinke', 'accepted');
    await desk.course.completeTasks('Ringet op.');
  });
  story.tell(at(begins, 40, '11:30'), 'tejst', 'Borgeren kom', async (desk) => {
    await desk.meeting.recordAttendance('second', { magnus: 'room', due: 'room', bogfinke: 'telephone' });
    await desk.meeting.recordMinutes('second', 'Magnus vil helst mødes hos sin søster.');
  });
  story.tell(at(begins, 41, '10:00'), 'tejst', 'Planen skrives og sendes til godkendelse', async (desk) => {
    const { draft } = desk;
    await draft.write('survey', 'Én plan, i psykiatrien. Jobcentret og kriminalforsorgen har ikke svaret.');
    await draft.write('challenges', 'Magnus er svær at nå.');
    await draft.write('followUp', 'Møde om tre måneder.');
    await draft.setGoal('reach', 'Jeg vil kunne ringe til én, der kender mig.', 1);
    await draft.agree('one-number', 'reach', {
      title: 'Ét telefonnummer, der bliver taget',
      responsible: 'due',
      dueDate: monthsAfter(begins, 3),
    });
    await draft.submit();
  });
  story.each(at(begins, 43, '10:00'), ['magnus', 'due'], 'Godkender planen', (desk, name) =>
    desk.draft.approve(name),
  );
  story.tell(at(begins, 43, '11:00'), 'tejst', 'Rusmiddelcentret godkender i telefonen', async (desk) => {
    await desk.draft.approve('bogfinke', 'oral');
    await desk.course.completeTasks('Ringet op.');
  });
  story.tell(at(begins, 53, '10:00'), 'tejst', 'Planen låses med to tavse parter', (desk) =>
    desk.draft.lock('Jobcentret og kriminalforsorgen svarede ikke.'),
  );
  story.tell(at(begins, 53, '14:00'), 'tejst', 'Rusmiddelcentret får planen fortalt', (desk) =>
    desk.draft.recordDelivery(1, 'bogfinke', 'read', 'telephone'),
  );
  story.tell(at(monthsAfter(begins, 3), -5, '10:00'), 'due', 'Telefonnummeret virker', (desk) =>
    desk.draft.endAgreement('one-number', 'kept'),
  );
  story.tell(
    at(monthsAfter(begins, 4), 0, '10:00'),
    'tejst',
    'Borgeren flytter til en anden kommune',
    (desk) => desk.course.end('moved', 'Magnus er flyttet til sin søster.'),
  );
}
