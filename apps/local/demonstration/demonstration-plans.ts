import {
  addDays,
  addMonths,
  addWorkingDays,
  copenhagenDate,
  copenhagenInstant,
  type Instant,
  type LocalDate,
} from '../../../libs/domain/calendar/index.js';
import { defaultPolicy } from '../../../libs/domain/plan/default-policy.js';
import type { InformationKind } from '../../../libs/domain/consent/consent.types.js';
import type { ParticipantRole } from '../../../libs/domain/participants/participant.types.js';
import { PlanDesk } from '../../../test/scenarios/plan-desk.js';
import type { World } from '../../../test/scenarios/world.js';
import { castId } from './cast-id.js';
import type { CastName } from './cast.js';
import type { CitizenName } from './citizens.js';
import { organisationId } from './organisations.js';

const KINDS: readonly InformationKind[] = [
  'course',
  'masterData',
  'survey',
  'challenges',
  'goals',
  'followUp',
];
const PARTIES = {
  ugle: 'regionalPsychiatry',
  spurv: 'substanceTreatment',
  gøg: 'jobCentre',
} as const satisfies Partial<Record<CastName, ParticipantRole>>;
const PARTY_NAMES = Object.keys(PARTIES) as (keyof typeof PARTIES)[];

/** Everybody's desk with one of the demonstration's plans. */
interface Desks {
  readonly citizen: CitizenName;
  of(name: CastName): PlanDesk;
}

/**
 * Plans to look at after the first start, each waiting for something else. They are made through the API like any
 * other; every request has its own key, so that a start that was interrupted goes on where it stopped.
 */
export async function makeDemonstrationPlans(world: World, now: Instant): Promise<void> {
  const today = copenhagenDate(now);
  await consentUnderWay(desksOf(world, 'magnus'));
  await gatheringUnderWay(desksOf(world, 'anders'), now, today);
  await approvalUnderWay(desksOf(world, 'brita'), now, today);
}

async function consentUnderWay(desks: Desks): Promise<void> {
  await begin(desks);
  await desks.of('ravn').consent.attempt(['ugle', 'spurv'], 'notReached');
}

async function gatheringUnderWay(desks: Desks, now: Instant, today: LocalDate): Promise<void> {
  await begin(desks);
  await consent(desks, now, today);
  await desks.of('ravn').gathering.request(PARTY_NAMES);
  await desks.of('ravn').meeting.propose('first', 'plan', {
    early: meetingOn(today, 8, '10:00', '11:30'),
    late: meetingOn(today, 9, '13:00', '14:30'),
  });
  await desks.of('gøg').gathering.tellNoPlan('gøg');
  await desks.of('ugle').gathering.tellPlan('ugle', {
    role: 'regionalPsychiatry',
    title: 'Behandlingsplan',
    since: addMonths(today, -3),
    goals: ['Sove om natten', 'Drikke mindre'],
    interventions: ['Samtale hver uge', 'Medicinsk behandling'],
  });
}

async function approvalUnderWay(desks: Desks, now: Instant, today: LocalDate): Promise<void> {
  await begin(desks);
  await consent(desks, now, today);
  const coordinator = desks.of('ravn');
  await coordinator.draft.write('survey', 'Behandlingsplan i psykiatrien; ingen plan i jobcentret.');
  await desks.of('brita').draft.write('challenges', 'Jeg sover dårligt og mister overblikket.');
  await coordinator.draft.setGoal('home', 'Blive boende i egen lejlighed', 1);
  await coordinator.draft.agree('visit', 'home', {
    title: 'Hjemmebesøg hver tirsdag',
    responsible: 'spurv',
    dueDate: addMonths(today, 2),
  });
  await coordinator.draft.write('followUp', 'Vi mødes igen om et halvt år.');
  await coordinator.draft.submit();
  await desks.of('brita').draft.approve('brita');
  await desks.of('ugle').draft.approve('ugle');
}

async function begin(desks: Desks): Promise<void> {
  await desks.of('ravn').course.start({
    coordinator: 'ravn',
    organisationId: organisationId('substanceCentre'),
    courseType: 'coordinated',
    department: 'Testkøbing Rusmiddelcenter',
  });
  for (const name of PARTY_NAMES) await desks.of('ravn').participants.add(name, PARTIES[name]);
}

/** Recorded by the citizen, so that nothing of it is provisional. */
async function consent(desks: Desks, now: Instant, today: LocalDate): Promise<void> {
  const everything = Object.fromEntries(PARTY_NAMES.map((name) => [name, KINDS]));
  const to = copenhagenInstant(addDays(addMonths(today, 12), -1), '00:00');
  await desks.of(desks.citizen).consent.give('first', everything, { from: now, to });
}

function meetingOn(
  today: LocalDate,
  workingDays: number,
  from: string,
  to: string,
): { from: Instant; to: Instant } {
  const date = addWorkingDays(today, workingDays, defaultPolicy.closingDays);
  return { from: copenhagenInstant(date, from), to: copenhagenInstant(date, to) };
}

function desksOf(world: World, citizen: CitizenName): Desks {
  const life = { name: `demonstration-${citizen}`, planId: castId('demonstration', citizen), citizen };
  const desks = new Map<CastName, PlanDesk>();
  return {
    citizen,
    of(name) {
      const desk = desks.get(name) ?? new PlanDesk(life, world.as(name, life.name));
      desks.set(name, desk);
      return desk;
    },
  };
}
