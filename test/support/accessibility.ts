import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.1 at levels A and AA, and what is held good practice beside it. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
};

/** What axe finds wrong with the page as it stands: the rule, and where. */
export async function violations(page: Page): Promise<string[]> {
  // By the browser itself, not by a script element, which the page's policy refuses.
  await page.evaluate(AXE);
  const results = await page.evaluate(
    (rules) => (globalThis as unknown as { axe: { run(r: object): Promise<AxeResults> } }).axe.run(rules),
    RULES,
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
