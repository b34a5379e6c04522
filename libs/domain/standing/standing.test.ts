import { describe, expect, it } from '@jest/globals';
import { type ActorName, actors, organisations } from '../../../test/factories/plan-actors.js';
import * as commands from '../../../test/factories/plan-commands.js';
import { codeOf, type Life, life } from '../../../test/factories/plan-life.js';
import { asRegistered } from '../../../test/factories/plan-register.js';
import { opened } from '../../../test/property/opened.js';
import { disclosureWindows } from '../disclosure/disclosure-windows.js';
import { knowsOfPlan, sightOf } from '../disclosure/sight.js';
import type { Actor } from '../plan/actor.js';
import { decide } from '../plan/decide.js';
import { fold } from '../plan/evolve.js';
import type { PlanCommand, PlanEvent } from '../plan/plan.types.js';
import { participantIdsOf, planRolesOf } from '../plan/rights.js';
import { actingBy, type Employment, NO_EMPLOYMENT, stands } from './standing.js';

type Person = Extract<Actor, { kind: 'person' }>;

const course = life()
  .started()
  .withConsent('psychiatry', 'jobCentre', 'relative')
  .does((at) => ({
    type: 'appointDeputy',
    personId: 'person-deputy',
    from: at,
    to: commands.daysAfter(at, 30),
  }))
  .does({ type: 'proposeHandover', successorPersonId: 'person-successor', reason: 'x' });

/** Somebody as the register has them after a change of it. */
function employed(name: ActorName, employment: Employment): Person {
  return actingBy(actors[name], employment) as Person;
}

const ELSEWHERE: Employment = { worksIn: [organisations.elsewhere], roles: ['practitioner', 'teamLeader'] };

const CHANGES: readonly [string, ActorName, Employment][] = (
  ['psychiatry', 'coordinator', 'deputy', 'successor', 'teamLeader'] as const
).flatMap((name): [string, ActorName, Employment][] => [
  [`${name} ends`, name, NO_EMPLOYMENT],
  [`${name} moves`, name, ELSEWHERE],
]);

describe('a part for an authority', () => {
  it.each(CHANGES)('is without effect once the employment of %s', (_what, name, employment) => {
    const { state, at } = course;
    const actor = employed(name, employment);
    expect(knowsOfPlan(state, actors[name], at)).toBe(true);
    expect(planRolesOf(state, actor, at)).toEqual([]);
    expect(participantIdsOf(state, actor)).toEqual([]);
    expect(codeOf(() => sightOf(state, actor, at))).toBe('PLAN.NOT_FOUND');
    expect(opened(disclosureWindows(state), actor, at).size).toBe(0);
    const command: PlanCommand = { type: 'changeChannel', participantId: 'psychiatry', channel: 'letter' };
    expect(codeOf(() => decide(state, command, { at, actor }))).toBe('PLAN.NOT_FOUND');
  });

  it.each<ActorName>(['coordinator', 'deputy', 'successor'])(
    'of a %s needs a role that may coordinate',
    (name) => {
      const person = actors[name] as Person;
      const actor = employed(name, { worksIn: person.worksIn, roles: ['auditor'] });
      expect(planRolesOf(course.state, actor, course.at)).toEqual([]);
      expect(opened(disclosureWindows(course.state), actor, course.at).size).toBe(0);
    },
  );

  it('stands in an organisation below, and not in one above', () => {
    const below = { worksIn: ['org-ward', organisations.psychiatry], roles: ['practitioner'] } as const;
    expect(planRolesOf(course.state, employed('psychiatry', below), course.at)).toEqual(['representative']);
    const plan = life()
      .started()
      .withParticipant('psychiatry', { worksIn: ['org-ward', 'org-psychiatry'] });
    expect(plan.state.participants['psychiatry']?.organisationId).toBe('org-psychiatry');
    const ward = { for: 'authority', organisationId: 'org-ward' } as const;
    expect(stands(ward, { worksIn: ['org-psychiatry'], roles: ['practitioner'] })).toBe(false);
  });

  it('is not acted in by whoever signed in as a private person', () => {
    const privately = { ...(actors.coordinator as Person), organisationId: null, organisationRoles: [] };
    const actor = actingBy(privately, { worksIn: [organisations.keeper], roles: ['coordinator'] });
    expect(planRolesOf(course.state, actor, course.at)).toEqual([]);
  });

  it('is no more than what somebody signed in for', () => {
    const actor = actingBy(actors.deputy as Person, {
      worksIn: [organisations.keeper],
      roles: ['practitioner', 'teamLeader'],
    });
    expect(planRolesOf(course.state, actor, course.at)).toEqual(['deputy']);
  });
});

describe('a part as oneself', () => {
  it.each<ActorName>(['citizen', 'relative'])('of a %s stands wherever they work', (name) => {
    const before = planRolesOf(course.state, actors[name], course.at);
    expect(before.length).toBeGreaterThan(0);
    const working = { ...(actors[name] as Person), ...{ organisationId: organisations.elsewhere } };
    expect(planRolesOf(course.state, actingBy(working, ELSEWHERE), course.at)).toEqual(before);
  });
});

describe('a plan from before it was recorded for which organisation somebody coordinates', () => {
  const events = course.events.map((recorded) => ({
    ...recorded,
    event: withoutOrganisation(recorded.event),
  }));
  const state = fold(null, events);

  it('takes any employment, and none no more', () => {
    if (state === null) throw new Error('no plan');
    for (const name of ['coordinator', 'deputy', 'successor'] as const) {
      expect(planRolesOf(state, employed(name, ELSEWHERE), course.at)).toEqual([name]);
      expect(planRolesOf(state, employed(name, NO_EMPLOYMENT), course.at)).toEqual([]);
    }
  });
});

/** An event as an older version wrote it. */
function withoutOrganisation(event: PlanEvent): PlanEvent {
  const { coordinatorOrganisationId: _, ...older } = event as PlanEvent & {
    coordinatorOrganisationId?: string;
  };
  if (!['deputyAppointed', 'handoverProposed'].includes(older.type)) return older;
  const { organisationId: __, ...oldest } = older as typeof older & { organisationId?: string };
  return oldest as PlanEvent;
}

it('whoever is named is named for where they work', () => {
  const toJobCentre = { type: 'nameCoordinator', personId: 'person-job-centre', reason: 'x' } as const;
  const named: Life = course.does(toJobCentre, 'teamLeader');
  expect(named.state.coordinatorOrganisationId).toBe(organisations.jobCentre);
  const given = asRegistered(
    { type: 'nameCoordinator', personId: 'person-deputy', reason: 'x' },
    actors.teamLeader,
  );
  const { state } = decide(named.state, given, { at: named.at, actor: actors.teamLeader });
  expect(state.coordinatorOrganisationId).toBe(organisations.keeper);
});
