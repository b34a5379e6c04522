import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personaOf } from '../../apps/local/sign-in/personas.js';
import type { CastName } from '../../apps/local/demonstration/cast.js';
import type { Visitor } from '../../apps/local/sign-in/visitor.js';
import { PlanOnStage } from '../support/plan-on-stage.js';
import { PortalStage } from '../support/portal-stage.js';
import { htmlProblems } from '../support/valid-html.js';

let stage: PortalStage;
let plan: PlanOnStage;
beforeAll(async () => {
  stage = await PortalStage.start({ RATE_LIMIT_REQUESTS: '100000' });
  plan = await PlanOnStage.underWay(stage, 'magnus');
}, 120_000);
afterAll(() => stage.stop());

async function as(name: CastName): Promise<Visitor> {
  return (await stage.signIn(personaOf(name))).visitor;
}

async function read(visitor: Visitor, path: string): Promise<{ status: number; html: string }> {
  const response = await stage.ask(visitor, path);
  return { status: response.status, html: await response.text() };
}

describe('pages', () => {
  it('come', async () => {
    for (const name of ['magnus', 'ravn', 'ugle', 'gøg', 'mayJune', 'falk'] as const) {
      const visitor = await as(name);
      for (const path of ['/', plan.page(), plan.page('/consents'), plan.page('/access-log')]) {
        const { status, html } = await read(visitor, path);
        const problems = status < 500 ? await htmlProblems(html) : [html.slice(0, 3000)];
        console.log(name, path, status, problems);
        const { writeFileSync } = await import('node:fs');
        writeFileSync(`/tmp/page-${name}-${path.replaceAll('/', '_').slice(-14)}.html`, html);
      }
    }
    expect(1).toBe(1);
  }, 120_000);
});
