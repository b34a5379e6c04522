import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { attributesOf, staticSummaryOf, type WaitState } from '../../libs/contracts/index.js';

/** Shows an administrator on whom the plan waits. Attributes are written only when they differ: each write is an event. */
export function show(waitState: WaitState): void {
  setCurrentDetails(detailsOf(waitState));
  const shown = workflowInfo().typedSearchAttributes;
  const changes = attributesOf(waitState).filter(
    ({ key, value }) => JSON.stringify(shown.get(key as never) ?? null) !== JSON.stringify(value),
  );
  if (changes.length > 0) upsertSearchAttributes(changes);
}

/** The server keeps the static summary, by which the list knows a plan, for the first run only. */
function detailsOf(waitState: WaitState): string {
  const isFirstRun = workflowInfo().continuedFromExecutionRunId === undefined;
  return isFirstRun ? waitState.summary : `${staticSummaryOf(waitState)}: ${waitState.summary}`;
}
