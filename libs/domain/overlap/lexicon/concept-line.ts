import { concepts } from './index.js';

const parents = new Map(concepts.map((concept) => [concept.id, concept.parent]));
const perGeneration = 0.75;

/** The concept and everything wider than it, nearest first. */
export function lineOf(conceptId: string): string[] {
  const parent = parents.get(conceptId);
  return parent === undefined ? [conceptId] : [conceptId, ...lineOf(parent)];
}

/** 1 for the same concept, less for each generation between a wider and a narrower one, 0 for any others. */
export function nearness(x: string, y: string): number {
  const generations = Math.max(lineOf(x).indexOf(y), lineOf(y).indexOf(x));
  return generations < 0 ? 0 : perGeneration ** generations;
}
