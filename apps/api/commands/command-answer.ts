import { z } from 'zod';
import { AWAITED_KINDS, STEP_NAMES } from '../../../libs/domain/deadline/awaited.types.js';
import { PHASES, type PlanEvent } from '../../../libs/domain/plan/plan.types.js';
import type { WaitState } from '../../../libs/domain/plan/wait-state.types.js';
import type { Recorded } from '../../../libs/record/plan-record.types.js';

export const waitStateView = z
  .strictObject({
    waitingFor: z.array(z.enum(AWAITED_KINDS)),
    waitingOn: z.array(z.string()),
    overdueFor: z.array(z.enum(AWAITED_KINDS)),
    overdueSince: z.string().nullable(),
    nextStep: z.strictObject({ step: z.enum(STEP_NAMES), at: z.string() }).nullable(),
    problem: z.string().nullable(),
    summary: z.string(),
    over: z.boolean(),
  })
  .meta({ id: 'WaitState', description: 'On whom the plan waits, for what, and which step is due next.' });

export type WaitStateView = z.output<typeof waitStateView>;

export const commandAnswer = z
  .strictObject({
    planId: z.uuid(),
    seq: z.int(),
    phase: z.enum(PHASES).nullable(),
    waitState: waitStateView.nullable(),
    events: z.array(
      z.strictObject({
        seq: z.int(),
        type: z.string(),
        at: z.string(),
        ids: z.record(z.string(), z.string()),
      }),
    ),
  })
  .meta({
    id: 'CommandAnswer',
    description:
      'What is on record now. `ids` of an event are those it made or was about. Phase, wait state and the events ' +
      'that follow from the command are told only to those who may see the whole plan.',
  });

export type CommandAnswer = z.output<typeof commandAnswer>;

/** The wait state as readers see it. */
export function waitStateViewOf(state: WaitState): WaitStateView {
  return {
    waitingFor: [...state.waitingFor],
    waitingOn: [...state.waitingOn],
    overdueFor: [...state.overdueFor],
    overdueSince: state.overdueSince,
    nextStep: state.next === null ? null : { step: state.next.step, at: state.next.at },
    problem: state.problem,
    summary: state.summary,
    over: state.over,
  };
}

function idsOf(event: PlanEvent): Record<string, string> {
  const fields = Object.entries(event).filter(
    ([name, value]) => name.endsWith('Id') && typeof value === 'string',
  );
  return Object.fromEntries(fields);
}

/**
 * What a command is answered with.
 * @param seesAll Whether the actor may see the whole plan; everybody else learns only that it was recorded.
 */
export function commandAnswerOf(recorded: Recorded, seesAll: boolean): CommandAnswer {
  const events = seesAll ? recorded.events : recorded.events.slice(0, 1);
  return {
    planId: recorded.planId,
    seq: recorded.seq,
    phase: seesAll ? recorded.waitState.phase : null,
    waitState: seesAll ? waitStateViewOf(recorded.waitState) : null,
    events: events.map(({ seq, at, event }) => ({ seq, type: event.type, at, ids: idsOf(event) })),
  };
}
