import type { Concept } from './concept.types.js';
import { crimeConcepts, dailyRhythmConcepts, helpConcepts, networkConcepts } from './everyday.js';
import { medicineConcepts, mentalHealthConcepts, physicalHealthConcepts } from './health.js';
import { economyConcepts, housingConcepts } from './housing-economy.js';
import { substanceConcepts } from './substance.js';
import { schoolConcepts, workConcepts } from './work-school.js';

/** Every concept the rule knows, one life area after the other. */
export const concepts: Concept[] = [
  ...substanceConcepts,
  ...housingConcepts,
  ...workConcepts,
  ...schoolConcepts,
  ...economyConcepts,
  ...medicineConcepts,
  ...mentalHealthConcepts,
  ...physicalHealthConcepts,
  ...networkConcepts,
  ...dailyRhythmConcepts,
  ...crimeConcepts,
  ...helpConcepts,
];
