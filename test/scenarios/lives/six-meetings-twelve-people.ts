/**
 * A man of about 27. The first meeting is with five parties, later twelve people take part. The psychiatric clinic
 * answers the survey two weeks late, after three reminders. His parents join after the second meeting, at his wish. The
 * coordinator changes once, from substance counsellor to job consultant. Consents are renewed before each year's end,
 * two versions are approved, five follow-ups held over 26 months; then the course is completed.
 */
import type { CastName } from '../../../apps/local/demonstration/cast.js';
import { organisationId } from '../../../apps/local/demonstration/organisations.js';
import type { LocalDate } from '../../../libs/domain/calendar/index.js';
import type { InformationKind } from '../../../libs/domain/consent/consent.types.js';
import { AUTHORITY_KINDS, RELATIVE_KINDS, TREATMENT_KINDS } from '../information-kinds.js';
import type { Life } from '../life.js';
import { at, monthsAfter, workingDay, yearFrom } from '../story-calendar.js';
import { Story } from '../story.js';

type Kinds = Readonly<Partial<Record<CastName, readonly InformationKind[]>>>;

/** At the first meeting. The counsellor coordinates, and takes part for the substance treatment. */
const FIRST_FIVE: Kinds = {
  ravn: TREATMENT_KINDS,
  svale: TREATMENT_KINDS,
  gærdesmutte: TREATMENT_KINDS,
  lærke: AUTHORITY_KINDS,
  drossel: AUTHORITY_KINDS,
};
const LATER: Kinds = {
  mayJune: RELATIVE_KINDS,
  schwendlund: RELATIVE_KINDS,
  lonni: RELATIVE_KINDS,
  stær: TREATMENT_KINDS,
  solsort: TREATMENT_KINDS,
  vibe: AUTHORITY_KINDS,
};
const FIRST_NAMES = Object.keys(FIRST_FIVE) as CastName[];
const LATER_NAMES = Object.keys(LATER) as CastName[];
/** Everyone who answers for themselves: the father has no mail, so the coordinator does it for him. */
const BY_THEMSELVES: readonly CastName[] = [
  'anders',
  ...FIRST_NAMES,
  ...LATER_NAMES.filter((name) => name !== 'schwendlund'),
];

/** Months from the beginning to each follow-up meeting. */
const FOLLOW_UPS = [5, 10, 15, 20, 25] as const;
const ORDINALS = ['første', 'anden', 'tredje', 'fjerde', 'femte'] as const;

/** The life, from its first day on. */
export function sixMeetingsTwelvePeople(begins: LocalDate): Life {
  const story = new Story({
    name: 'six-meetings-twelve-people',
    title: 'Seks møder, tolv mennesker',
    citizen: 'anders',
    people: [...FIRST_NAMES, ...LATER_NAMES, 'ibis', 'falk'],
    unreachable: [],
  });
  begin(story, begins);
  gather(story, begins);
  holdFirstMeeting(story, begins);
  makeFirstVersion(story, begins);
  keepFirstAgreements(story, begins);
  const dates = followUpDates(begins);
  const end = monthsAfter(begins, 26);
  dates.forEach((date, index) => {
    const next = dates[index + 1] ?? monthsAfter(date, 5);
    followUp(story, index, date, next);
  });
  const [secondMeeting, , fourthMeeting] = dates;
  letOthersJoin(story, secondMeeting, begins);
  renewConsents(story, begins);
  reviseThePlan(story, fourthMeeting);
  changeCoordinator(story, workingDay(fourthMeeting, 25));
  complete(story, end);
  return story.told();
}

function begin(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 0, '09:30'), 'ravn', 'Forløbet begynder; borgeren siger ja', (desk) =>
    desk.course.start({
      coordinator: 'ravn',
      organisationId: organisationId('substanceCentre'),
      courseType: 'coordinated',
      department: 'Testkøbing Rusmiddelcenter',
    }),
  );
  story.tell(at(begins, 0, '10:00'), 'ravn', 'Fem parter skrives på', async (desk) => {
    await desk.participants.add('ravn', 'substanceTreatment');
    await desk.participants.add('svale', 'regionalPsychiatry');
    await desk.participants.add('gærdesmutte', 'housingSupport');
    await desk.participants.add('lærke', 'jobCentre');
    await desk.participants.add('drossel', 'municipality');
    await desk.participants.nameContactPerson('gærdesmutte');
  });
  const year = { from: at(begins, 1, '00:00'), to: yearFrom(workingDay(begins, 1)) };
  story.tell(at(begins, 1, '10:00'), 'ravn', 'Samtykke til alle fem', (desk) =>
    desk.consent.give('first', FIRST_FIVE, year),
  );
  story.tell(
    at(begins, 1, '15:00'),
    'anders',
    'Borgeren bekræfter det til koordinatorens eget sted',
    (desk) => desk.consent.confirm('first', 'ravn'),
  );
}

type FiveDates = readonly [LocalDate, LocalDate, LocalDate, LocalDate, LocalDate];

function followUpDates(begins: LocalDate): FiveDates {
  const [first, second, third, fourth, fifth] = FOLLOW_UPS;
  const date = (months: number): LocalDate => monthsAfter(begins, months);
  return [date(first), date(second), date(third), date(fourth), date(fifth)];
}

function gather(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 2, '09:00'), 'ravn', 'Alle fem spørges, hvilke planer de har', (desk) =>
    desk.gathering.request(FIRST_NAMES),
  );
  story.tell(at(begins, 5, '11:00'), 'lærke', 'Jobcentret fortæller om Min Plan', (desk) =>
    desk.gathering.tellPlan('lærke', {
      role: 'jobCentre',
      title: 'Min Plan',
      since: begins,
      goals: ['Ud på arbejdsmarkedet med støtte'],
      interventions: ['Praktik tre dage om ugen'],
    }),
  );
  story.tell(at(begins, 6, '09:15'), 'gærdesmutte', 'Bostøtten fortæller om sin handleplan', (desk) =>
    desk.gathering.tellPlan('gærdesmutte', {
      role: 'housingSupport',
      title: 'Handleplan',
      since: begins,
      goals: ['Egen lejlighed', 'Faste rutiner i hverdagen'],
      interventions: ['Hjemmebesøg to gange om ugen'],
    }),
  );
  story.tell(at(begins, 7, '13:00'), 'ravn', 'Rusmiddelcentret fortæller om sin behandlingsplan', (desk) =>
    desk.gathering.tellPlan('ravn', {
      role: 'substanceTreatment',
      title: 'Behandlingsplan',
      since: begins,
      goals: ['Færre rusmidler'],
      interventions: ['Samtale hver uge'],
    }),
  );
  story.tell(at(begins, 8, '10:20'), 'drossel', 'Ydelsesafdelingen har ingen plan', (desk) =>
    desk.gathering.tellNoPlan('drossel'),
  );
  story.tell(at(begins, 22, '14:00'), 'svale', 'Psykiatrien svarer, to uger for sent', (desk) =>
    desk.gathering.tellPlan('svale', {
      role: 'regionalPsychiatry',
      title: 'Behandlingsplan',
      since: begins,
      goals: ['Mindre brug af rusmidler', 'Bedre søvn'],
      interventions: ['Medicinsamtale hver måned'],
    }),
  );
}

function holdFirstMeeting(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 3, '09:00'), 'ravn', 'To tider foreslås til det første møde', (desk) =>
    desk.meeting.propose('first', 'plan', {
      early: { from: at(begins, 16, '13:00'), to: at(begins, 16, '15:00') },
      late: { from: at(begins, 18, '13:00'), to: at(begins, 18, '15:00') },
    }),
  );
  story.each(
    at(begins, 4, '12:00'),
    ['anders', ...FIRST_NAMES],
    'Svarer på de foreslåede tider',
    (desk, name) =>
      desk.meeting.answerProposal('first', name, { early: name === 'anders' ? 'no' : 'yes', late: 'yes' }),
  );
  story.tell(at(begins, 9, '09:00'), 'ravn', 'Den tid, borgeren kan, bliver valgt', (desk) =>
    desk.meeting.fixProposed('first', 'late', 'ravn'),
  );
  story.each(at(begins, 10, '11:00'), ['anders', ...FIRST_NAMES], 'Siger ja til mødet', (desk, name) =>
    desk.meeting.respond('first', name, 'accepted'),
  );
  story.tell(at(begins, 14, '09:00'), 'ravn', 'Dagsordenen sendes', (desk) =>
    desk.meeting.sendAgenda('first', ['Hvad er vigtigst for dig?', 'Hvem gør hvad', 'Næste møde']),
  );
  story.tell(at(begins, 18, '15:30'), 'ravn', 'Alle kom til det første møde', (desk) =>
    desk.meeting.recordAttendance('first', {
      anders: 'room',
      ravn: 'room',
      svale: 'video',
      gærdesmutte: 'room',
      lærke: 'room',
      drossel: 'telephone',
    }),
  );
  story.tell(at(begins, 19, '09:00'), 'ravn', 'Referatet skrives', (desk) =>
    desk.meeting.recordMinutes('first', 'Anders vil helst have ét sted at ringe. Det blev bostøtten.'),
  );
}

function makeFirstVersion(story: Story, begins: LocalDate): void {
  story.tell(at(begins, 22, '16:00'), 'ravn', 'Overlap mellem planerne bekræftes', (desk) =>
    desk.gathering.confirmOverlaps('Parterne arbejder med det samme.'),
  );
  story.tell(at(begins, 23, '10:00'), 'svale', 'Udfordringerne skrives', (desk) =>
    desk.draft.write('challenges', 'Søvnen. Uden søvn går det galt med resten.'),
  );
  story.tell(at(begins, 23, '11:00'), 'anders', 'Borgeren skriver sine ønsker', (desk) =>
    desk.draft.write('citizenWishes', 'At det, vi aftaler, også sker.'),
  );
  story.tell(at(begins, 23, '13:00'), 'ravn', 'Mål og aftaler skrives', async (desk) => {
    const { draft } = desk;
    await draft.write('survey', 'Fire planer. Psykiatrien og rusmiddelcentret har samme mål.');
    await draft.write('followUp', 'Møde hver femte måned; bostøtten ringer hver uge.');
    await draft.write('crisisPlan', 'Ring til bostøtten. Gå en tur. Sluk telefonen om natten.');
    await draft.setGoal('home', 'Jeg vil have mit eget sted at bo.', 1);
    await draft.setGoal('day', 'Jeg vil have noget at stå op til.', 2);
    await draft.setGoal('sleep', 'Jeg vil kunne sove uden at tage noget.', 3);
    await draft.agree('waiting-list', 'home', {
      title: 'Skrives op til en lejlighed',
      responsible: 'gærdesmutte',
      dueDate: monthsAfter(begins, 2),
    });
    await draft.agree('trainee', 'day', {
      title: 'Praktikplads på et cykelværksted',
      responsible: 'lærke',
      dueDate: monthsAfter(begins, 3),
    });
    await draft.agree('weekly-talk', 'sleep', {
      title: 'Fast samtale hver uge',
      responsible: 'ravn',
      dueDate: monthsAfter(begins, 4),
    });
    await draft.agree('medicine', 'sleep', {
      title: 'Medicinen gennemgås',
      responsible: 'svale',
      dueDate: workingDay(monthsAfter(begins, 4), 10),
    });
  });
  story.tell(at(begins, 25, '10:00'), 'ravn', 'Udkastet sendes til godkendelse', (desk) =>
    desk.draft.submit(),
  );
  story.each(
    at(begins, 27, '10:00'),
    ['anders', ...FIRST_NAMES],
    'Godkender den første version',
    (desk, name) => desk.draft.approve(name),
  );
  story.tell(at(begins, 28, '09:00'), 'ravn', 'Næste møde aftales til om fem måneder', (desk) =>
    desk.followUp.set(5, monthsAfter(begins, FOLLOW_UPS[0])),
  );
  story.tell(at(begins, 28, '19:00'), 'anders', 'Borgeren læser sin plan', async (desk) => {
    await desk.open();
    await desk.draft.recordDelivery(1, 'anders', 'read', 'mail');
  });
}

function keepFirstAgreements(story: Story, begins: LocalDate): void {
  story.tell(at(monthsAfter(begins, 2), -8, '10:00'), 'gærdesmutte', 'Skrevet op til en lejlighed', (desk) =>
    desk.draft.endAgreement('waiting-list', 'kept'),
  );
  story.tell(at(monthsAfter(begins, 3), 6, '14:00'), 'lærke', 'Praktikpladsen kom, men for sent', (desk) =>
    desk.draft.endAgreement('trainee', 'late', 'Værkstedet havde ferie.'),
  );
  story.tell(at(monthsAfter(begins, 4), -5, '09:00'), 'ravn', 'Samtalerne er i gang', (desk) =>
    desk.draft.endAgreement('weekly-talk', 'kept'),
  );
  story.tell(at(monthsAfter(begins, 4), 4, '11:00'), 'ravn', 'Medicinen skal en læge se på', (desk) =>
    desk.draft.changeAgreement('medicine', 'Det kræver blodprøver først.', 'medicine-later', {
      title: 'Medicinen gennemgås efter blodprøver',
      responsible: 'svale',
      dueDate: monthsAfter(begins, 8),
    }),
  );
  story.tell(at(monthsAfter(begins, 8), -6, '11:00'), 'svale', 'Medicinen er gennemgået', (desk) =>
    desk.draft.endAgreement('medicine-later', 'kept'),
  );
}

/** One follow-up: opened by the system, convened, held, closed. */
function followUp(story: Story, index: number, date: LocalDate, next: LocalDate): void {
  const meeting = `follow-up-${index + 1}`;
  const which = ORDINALS[index] ?? '';
  const coordinator: CastName = index <= 2 ? 'ravn' : 'lærke';
  const others = index === 0 ? FIRST_NAMES : BY_THEMSELVES.filter((name) => name !== 'anders');
  story.tell(at(date, -20, '09:00'), coordinator, `Der indkaldes til ${which} opfølgning`, (desk) =>
    desk.meeting.fix(meeting, 'followUp', { from: at(date, 0, '10:00'), to: at(date, 0, '12:00') }),
  );
  if (index > 0) postLetters(story, at(date, -20, '11:00'), coordinator);
  story.each(at(date, -18, '10:00'), ['anders', ...others], 'Siger ja til mødet', (desk, name) =>
    desk.meeting.respond(meeting, name, 'accepted'),
  );
  if (index > 0) {
    story.tell(at(date, -17, '10:00'), coordinator, 'Faderen siger ja i telefonen', (desk) =>
      desk.meeting.respond(meeting, 'schwendlund', 'accepted'),
    );
  }
  story.tell(at(date, -5, '09:00'), coordinator, 'Status på målene', async (desk) => {
    if (index < 4) await desk.draft.reportGoal('home', 'onTrack');
    await desk.draft.reportGoal('day', index === 1 ? 'atRisk' : 'onTrack');
    await desk.draft.reportGoal('sleep', 'onTrack');
    if (index === 4) await desk.draft.reportGoal('home', 'achieved', 'Anders har boet der i et år.');
  });
  story.tell(at(date, 0, '12:30'), coordinator, `${which} opfølgning er holdt`, (desk) =>
    desk.meeting.recordAttendance(
      meeting,
      Object.fromEntries(['anders', ...others].map((name) => [name, name === 'stær' ? 'telephone' : 'room'])),
    ),
  );
  story.tell(at(date, 1, '09:00'), coordinator, 'Referatet skrives, næste møde aftales', async (desk) => {
    await desk.meeting.recordMinutes(meeting, MINUTES[index] ?? '');
    await desk.followUp.close(index === 2 ? 'revise' : 'continue', next, MINUTES[index] ?? '');
  });
}

const MINUTES = [
  'Praktikken er i gang. Anders vil gerne have sine forældre med.',
  'Alle tolv er med. Praktikken holdt pause i tre uger.',
  'Det, der blev aftalt sidst, er sket. Anders siger, at han tror på det nu.',
  'Anders er flyttet ind og er begyndt som voksenlærling.',
  'Målene er nået. Bostøtten bliver ved et halvt år endnu.',
] as const;

function letOthersJoin(story: Story, second: LocalDate, begins: LocalDate): void {
  story.tell(at(second, 3, '10:00'), 'ravn', 'Forældrene og fire andre kommer med', async (desk) => {
    await desk.participants.add('mayJune', 'relative');
    await desk.participants.add('schwendlund', 'relative');
    await desk.participants.add('lonni', 'laySupporter');
    await desk.participants.add('stær', 'gp');
    await desk.participants.add('solsort', 'socialPsychiatry');
    await desk.participants.add('vibe', 'probation');
  });
  story.tell(at(second, 3, '18:30'), 'anders', 'Borgeren giver selv samtykke til de nye', (desk) =>
    desk.consent.give('others', LATER, { from: at(second, 3, '00:00'), to: yearFrom(workingDay(begins, 1)) }),
  );
  story.tell(at(second, 4, '09:00'), 'ravn', 'De nye parter spørges om deres planer', (desk) =>
    desk.gathering.request(['stær', 'solsort', 'vibe']),
  );
  story.tell(at(second, 4, '10:00'), 'ravn', 'Faderen får planen med posten', async (desk) => {
    await desk.draft.recordDelivery(1, 'schwendlund', 'accepted', 'letter');
  });
  story.tell(at(second, 7, '12:00'), 'stær', 'Lægen har ingen plan', (desk) =>
    desk.gathering.tellNoPlan('stær'),
  );
  story.tell(at(second, 7, '13:00'), 'vibe', 'Kriminalforsorgen har en tilsynsplan', (desk) =>
    desk.gathering.tellPlan('vibe', {
      role: 'probation',
      title: 'Tilsynsplan',
      since: second,
      goals: ['Uden ny kriminalitet'],
      interventions: ['Samtale hver måned'],
    }),
  );
  story.tell(at(second, 8, '09:00'), 'solsort', 'Socialpsykiatrien har ingen plan endnu', (desk) =>
    desk.gathering.tellNoPlan('solsort'),
  );
}

function renewConsents(story: Story, begins: LocalDate): void {
  const everyone = { ...FIRST_FIVE, ...LATER };
  const first = monthsAfter(begins, 11);
  story.tell(at(first, 0, '17:00'), 'anders', 'Borgeren fornyer alle samtykker for et år', (desk) =>
    desk.consent.give('second-year', everyone, { from: at(first, 0, '00:00'), to: yearFrom(first) }),
  );
  const second = monthsAfter(begins, 22);
  story.tell(at(second, -1, '11:00'), 'lærke', 'Samtykkerne fornyes for det sidste år', (desk) =>
    desk.consent.give('third-year', everyone, {
      from: at(second, -1, '00:00'),
      to: yearFrom(workingDay(second, -1)),
    }),
  );
  story.tell(at(second, 0, '17:30'), 'anders', 'Borgeren bekræfter det til jobcentret', (desk) =>
    desk.consent.confirm('third-year', 'lærke'),
  );
}

function reviseThePlan(story: Story, meeting: LocalDate): void {
  story.tell(at(meeting, 3, '10:00'), 'ravn', 'Planen revideres: nye aftaler', async (desk) => {
    const { draft } = desk;
    await draft.write('followUp', 'Møde hver femte måned. Forældrene er med.');
    await draft.agree('moving', 'home', {
      title: 'Indflytning og de første indkøb',
      responsible: 'gærdesmutte',
      dueDate: monthsAfter(meeting, 2),
    });
    await draft.agree('apprentice', 'day', {
      title: 'Plads som voksenlærling',
      responsible: 'lærke',
      dueDate: monthsAfter(meeting, 4),
    });
    await draft.agree('blood-tests', 'sleep', {
      title: 'Blodprøver hver tredje måned',
      responsible: 'stær',
      dueDate: monthsAfter(meeting, 6),
    });
  });
  story.tell(at(meeting, 4, '09:00'), 'ravn', 'Anden version sendes til godkendelse', (desk) =>
    desk.draft.submit(),
  );
  story.tell(at(meeting, 5, '09:00'), 'vibe', 'Kriminalforsorgen siger nej: datoen passer ikke', (desk) =>
    desk.draft.object('vibe', 'goals', 'Tilsynet slutter før indflytningen.'),
  );
  story.tell(at(meeting, 6, '10:00'), 'ravn', 'Teksten rettes, og den sendes igen', async (desk) => {
    await desk.draft.write(
      'followUp',
      'Møde hver femte måned. Forældrene er med. Tilsynet slutter til sommer.',
    );
    await desk.draft.submit();
  });
  postLetters(story, at(meeting, 6, '13:00'), 'ravn');
  story.each(at(meeting, 8, '10:00'), BY_THEMSELVES, 'Godkender den anden version', (desk, name) =>
    desk.draft.approve(name),
  );
  story.tell(at(meeting, 9, '10:00'), 'ravn', 'Faderen har godkendt i et brev', (desk) =>
    desk.draft.approve('schwendlund', 'written'),
  );
  story.tell(at(meeting, 10, '10:00'), 'ravn', 'Faderen får den anden version med posten', (desk) =>
    desk.draft.recordDelivery(2, 'schwendlund', 'accepted', 'letter'),
  );
  story.tell(at(monthsAfter(meeting, 2), -6, '10:00'), 'gærdesmutte', 'Anders er flyttet ind', (desk) =>
    desk.draft.endAgreement('moving', 'kept'),
  );
  story.tell(at(monthsAfter(meeting, 4), -4, '10:00'), 'lærke', 'Anders er voksenlærling', (desk) =>
    desk.draft.endAgreement('apprentice', 'kept'),
  );
  story.tell(
    at(monthsAfter(meeting, 6), -4, '10:00'),
    'stær',
    'Blodprøverne er ikke nødvendige mere',
    (desk) => desk.draft.endAgreement('blood-tests', 'dropped', 'Medicinen er trappet ud.'),
  );
}

function changeCoordinator(story: Story, day: LocalDate): void {
  story.tell(at(day, 0, '09:00'), 'ravn', 'Jobkonsulenten foreslås som ny koordinator', (desk) =>
    desk.handover.propose('lærke', 'Anders har tættest kontakt med jobkonsulenten nu.'),
  );
  story.tell(at(day, 1, '09:00'), 'falk', 'Teamlederen bekræfter, at det må være en fra jobcentret', (desk) =>
    desk.handover.confirm('lærke'),
  );
  story.tell(at(day, 2, '10:00'), 'lærke', 'Jobkonsulenten siger ja', (desk) => desk.handover.accept());
}

function complete(story: Story, end: LocalDate): void {
  story.tell(at(end, 0, '10:00'), 'lærke', 'Forløbet er gennemført', (desk) =>
    desk.course.end('completed', 'Anders klarer sig med bostøtten og sin læge.'),
  );
}

/** The father gets letters: each is work for the coordinator. */
function postLetters(story: Story, when: string, coordinator: CastName): void {
  story.tell(when, coordinator, 'Brevet til faderen postes', (desk) =>
    desk.course.completeTasks('Postet i dag.'),
  );
}
