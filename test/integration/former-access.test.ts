/** Whether somebody is told that a plan is closed to them now, or that there is none. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FormerAccessReading } from '../../libs/reading/former-access.reading.js';
import { ApiServer } from './api-server.js';
import { type WellFilledPlan, wellFilledPlan } from './well-filled-plan.js';

let api: ApiServer;
let plan: WellFilledPlan;
let former: FormerAccessReading;

beforeAll(async () => {
  api = await ApiServer.start('2027-03-01T09:00:00.000Z');
  plan = await wellFilledPlan(api);
  former = new FormerAccessReading(api.database, api.clock);
}, 60_000);
afterAll(() => api.stop());

async function consent(purpose: 'coordination' | 'evaluation'): Promise<void> {
  const grant = {
    participantId: plan.participants.housing,
    kinds: ['goals'],
    from: api.clock.at,
    to: '2028-01-01T00:00:00.000Z',
    purpose,
  };
  await api
    .post(plan.people.citizen, `/plans/${plan.planId}/consents`, {
      grants: [grant],
      basis: 'healthAct43',
      manner: 'digital',
      wordingVersion: '2026-1',
      givenBy: 'citizen',
      place: 'Bostøtten',
    })
    .expect(201);
}

describe('a plan that somebody may not see', () => {
  it('was never known to whom it was opened for evaluation only', async () => {
    const { housing } = plan.people;
    await consent('evaluation');
    await api.get(housing, `/plans/${plan.planId}`).expect(404);
    expect(await former.knew(housing.personId, plan.planId)).toBe(false);
  });

  it('was known to whom it was opened for coordination', async () => {
    const { housing } = plan.people;
    await consent('coordination');
    const withdrawal = { participantId: plan.participants.housing };
    await api.post(plan.people.citizen, `/plans/${plan.planId}/consent-withdrawals`, withdrawal).expect(201);
    expect(await former.knew(housing.personId, plan.planId)).toBe(true);
  });
});
