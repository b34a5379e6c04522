import type { PlanState } from '../plan/plan.types.js';

type Said = Pick<PlanState, 'ownNos' | 'settled'>;

/** Everybody on the citizen's side whose own no to a recipient stands. States of before it keep the last one alone. */
export function ownNosTo({ ownNos, settled }: Said, participantId: string): readonly string[] {
  const last = settled[participantId]?.by;
  return ownNos?.[participantId] ?? (last === undefined ? [] : [last]);
}

/** With somebody's own no to a recipient. */
export function withOwnNo(state: PlanState, participantId: string, personId: string | undefined): PlanState {
  if (personId === undefined) return state;
  const nos = [...new Set([...ownNosTo(state, participantId), personId])].sort();
  return { ...state, ownNos: { ...state.ownNos, [participantId]: nos } };
}

/** Without it, since they consented themself. */
export function withoutOwnNo(
  state: PlanState,
  participantIds: readonly string[],
  personId: string | undefined,
): PlanState {
  const changed = participantIds.map(
    (id) => [id, ownNosTo(state, id).filter((one) => one !== personId)] as const,
  );
  return { ...state, ownNos: { ...state.ownNos, ...Object.fromEntries(changed) } };
}
