import { describe, expect, it } from '@jest/globals';
import { type ActorName, actors, organisations, personOf } from '../../../test/factories/plan-actors.js';
import * as commands from '../../../test/factories/plan-commands.js';
import { life } from '../../../test/factories/plan-life.js';
import type { Actor } from '../plan/actor.js';
import type { PlanState } from '../plan/plan.types.js';
import type { Relation } from './person-details.types.js';
import { relationsTo, type Standing } from './relations.js';

const plan = life().started().withParticipant('relative').withParticipant('psychiatry');
const { at } = plan;
/** The same people in a plan that somebody else coordinates. */
const elsewhere = (name: ActorName): PlanState =>
  life()
    .started({
      planId: 'plan-elsewhere',
      citizenPersonId: 'person-other-citizen',
      coordinatorPersonId: personOf('jobCentre'),
    })
    .does(commands.addParticipant('relative', { personId: personOf(name) }), 'jobCentre').state;

/** A plan in which somebody is the citizen, and another one coordinates. */
const ownPlanOf = (name: ActorName): PlanState =>
  life().started({
    planId: 'plan-own',
    citizenPersonId: personOf(name),
    coordinatorPersonId: personOf('jobCentre'),
  }).state;

/** As the register has somebody who works nowhere. */
function standing(name: ActorName, over: Partial<Standing> = {}): Standing {
  return { personId: personOf(name), organisationId: null, organisationRoles: [], signsIn: false, ...over };
}

function relations(person: Standing, plans: readonly PlanState[], by: ActorName): Relation[] {
  return relationsTo(person, plans, actors[by] as Extract<Actor, { kind: 'person' }>, at);
}

describe('a coordinator', () => {
  it('is that of the citizen of their plan, who may sign in and take part elsewhere', () => {
    const alsoRelative = elsewhere('citizen');
    const citizen = standing('citizen', { signsIn: true });
    expect(relations(citizen, [plan.state, alsoRelative], 'coordinator')).toEqual(['coordinator']);
    expect(relations(citizen, [plan.state, alsoRelative], 'jobCentre')).toEqual([]);
  });

  it('is that of a participant who takes part nowhere else and cannot sign in', () => {
    expect(relations(standing('relative'), [plan.state], 'coordinator')).toEqual([
      'coordinatorOfParticipant',
    ]);
  });

  it.each<[string, Standing, readonly PlanState[]]>([
    ['signs in themselves', standing('relative', { signsIn: true }), [plan.state]],
    ['takes part in another open plan', standing('relative'), [plan.state, elsewhere('relative')]],
    ['is the citizen of another open plan', standing('relative'), [plan.state, ownPlanOf('relative')]],
    [
      'works in an organisation',
      standing('psychiatry', { organisationId: organisations.psychiatry }),
      [plan.state],
    ],
    [
      'has a role in an organisation',
      standing('psychiatry', { organisationRoles: ['administrator'] }),
      [plan.state],
    ],
    [
      'works in an organisation and is the citizen',
      standing('citizen', { organisationId: organisations.keeper }),
      [plan.state],
    ],
    [
      'takes part no more',
      standing('relative'),
      [plan.does({ type: 'removeParticipant', participantId: 'relative', reason: 'x' }).state],
    ],
    ['took part in a plan that has ended', standing('relative'), [plan.does(commands.endPlan()).state]],
    ['has no part at all', standing('custodyHolder'), [plan.state]],
  ])('is nothing to one who %s', (_what, person, plans) => {
    expect(relations(person, plans, 'coordinator')).toEqual([]);
  });

  it('is represented by the deputy, while they stand in', () => {
    const deputised = plan.does({
      type: 'appointDeputy',
      personId: personOf('deputy'),
      from: at,
      to: commands.daysAfter(at, 14),
    }).state;
    expect(relations(standing('citizen'), [deputised], 'deputy')).toEqual(['coordinator']);
    expect(relations(standing('citizen'), [plan.state], 'deputy')).toEqual([]);
  });
});

describe('others', () => {
  it.each<[ActorName, Standing, Relation[]]>([
    ['citizen', standing('citizen'), ['self']],
    ['relative', standing('citizen'), []],
    ['psychiatry', standing('citizen'), []],
    ['teamLeader', standing('citizen'), []],
    ['teamLeader', standing('coordinator', { organisationId: organisations.keeper }), ['teamLeader']],
    ['otherTeamLeader', standing('coordinator', { organisationId: organisations.keeper }), []],
    ['stranger', standing('relative'), []],
  ])('are to somebody what they are by themselves: %s to %j is %j', (by, person, expected) => {
    expect(relations(person, [plan.state], by)).toEqual(expected);
  });

  it('are to everybody what an administrator is', () => {
    const administrator = {
      ...(actors.stranger as Extract<Actor, { kind: 'person' }>),
      organisationRoles: ['administrator'] as const,
    };
    expect(relationsTo(standing('citizen'), [], administrator, at)).toEqual(['administrator']);
  });
});
