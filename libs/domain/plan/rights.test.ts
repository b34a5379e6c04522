import { expect, it } from '@jest/globals';
import { actors } from '../../../test/factories/plan-actors.js';
import * as commands from '../../../test/factories/plan-commands.js';
import { life } from '../../../test/factories/plan-life.js';
import { sightOf } from '../disclosure/sight.js';
import { planRolesOf } from './rights.js';

it('whoever held custody sees what they have a consent for, and no more, once the citizen is of age', () => {
  const ofAgeAt = '2027-10-01T22:00:00.000Z';
  const { state, at } = life()
    .started({ citizenOfAgeAt: ofAgeAt })
    .withParticipant('custodyHolder')
    .does(
      (now) =>
        commands.giveConsent('consent-1', [commands.grant('custodyHolder', now, { kinds: ['goals'] })]),
      'citizen',
    );
  expect(planRolesOf(state, actors.custodyHolder, at)).toEqual(['custodyHolder']);
  expect(sightOf(state, actors.custodyHolder, at).whole).toBe(true);

  expect(planRolesOf(state, actors.custodyHolder, ofAgeAt)).toEqual(['relative']);
  const { whole, answers } = sightOf(state, actors.custodyHolder, ofAgeAt);
  expect(whole).toBe(false);
  expect([answers.goals.allowed, answers.survey.allowed]).toEqual([true, false]);
});
