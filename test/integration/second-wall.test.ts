/**
 * The first wall, the gate in the application, is taken away: whoever reads is taken for somebody who sees everything.
 * What the database's own wall still lets through must be what the gate would have.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiServer } from './api-server.js';
import { seesEverything } from './first-wall-away.js';
import {
  canary,
  type PersonName,
  WORD_KINDS,
  type WellFilledPlan,
  wellFilledPlan,
} from './well-filled-plan.js';

/** What the gate opens to each, beside what is their own; `everything` for those who see the whole plan. */
const OPEN_TO: Readonly<Record<PersonName, readonly string[]>> = {
  coordinator: ['everything'],
  deputy: ['everything'],
  citizen: ['everything'],
  teamLeader: ['lead', 'course', 'masterData'],
  successor: ['course', 'handover'],
  psychiatry: ['course', 'masterData', 'goals', 'survey', 'own:psychiatry'],
  jobCentre: ['course', 'followUp', 'own:jobCentre'],
  mother: ['course', 'masterData', 'crisisPlan', 'contactDetails', 'citizenWishes', 'own:mother'],
  housing: [],
  otherLeader: [],
  administrator: [],
  auditor: [],
  stranger: [],
};

describe('with the first wall taken away', () => {
  let api: ApiServer;
  let plan: WellFilledPlan;

  beforeAll(async () => {
    api = await ApiServer.start('2027-03-01T09:00:00.000Z', seesEverything);
    plan = await wellFilledPlan(api);
  }, 90_000);
  afterAll(() => api.stop());

  /** Everything that anybody could be answered about the plan. */
  async function everythingRead(name: PersonName): Promise<string> {
    const paths = Object.entries(api.document.paths)
      .filter(([path, item]) => path.includes('{planId}') && item.get !== undefined)
      .flatMap(([path]) => filled(path));
    expect(paths.length).toBeGreaterThan(25);
    const answers = [];
    const ofTheCitizen = `/me/data?person=${plan.citizenPersonId}`;
    for (const path of [...paths, '/plans', '/me/tasks', '/me/awaited', '/me/data', ofTheCitizen]) {
      const answer = await api.get(plan.people[name], path);
      expect([path, answer.status < 500]).toEqual([path, true]);
      answers.push(answer.text);
    }
    return answers.join('\n');
  }

  function filled(template: string): string[] {
    const path = template.replace('/api/v1', '').replace('{planId}', plan.planId);
    if (path.includes('{section}')) {
      return ['survey', 'challenges', 'followUp', 'citizenWishes', 'crisisPlan'].map((section) =>
        path.replace('{section}', section),
      );
    }
    if (path.includes('{documentId}')) return plan.documentIds.map((id) => path.replace('{documentId}', id));
    return [path.replace('{version}', '1').replace('{taskId}', 'none')];
  }

  it.each(Object.keys(OPEN_TO) as PersonName[])('the second still stands before: %s', async (name) => {
    const text = await everythingRead(name);
    const open = OPEN_TO[name];
    const seen = Object.keys(WORD_KINDS).filter((word) => text.includes(canary(word)));
    const expected = Object.entries(WORD_KINDS)
      .filter(
        ([word, kinds]) =>
          open.includes('everything') || open.includes(word) || kinds.some((kind) => open.includes(kind)),
      )
      .map(([word]) => word);
    expect(seen.sort()).toEqual(expected.sort());
  });

  it('opens and shuts with time alone, without anybody doing anything', async () => {
    api.clock.at = '2028-01-31T23:59:59.999Z';
    expect(await everythingRead('mother')).toContain(canary('crisisPlan'));
    api.clock.at = '2028-02-01T00:00:00.000Z';
    expect(await everythingRead('mother')).not.toContain(canary('crisisPlan'));
  });
});
