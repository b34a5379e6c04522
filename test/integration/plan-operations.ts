import { EXAMPLE_IDS } from '../../apps/api/openapi/examples.js';
import { operationsOf } from '../../apps/api/openapi/complete-document.js';
import type { Operation } from '../../libs/domain/access/operation-rules.js';
import type { ApiServer } from './api-server.js';
import type { WellFilledPlan } from './well-filled-plan.js';

/** An operation as the API's description has it. */
export interface Described {
  readonly id: Operation;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  /** The names of what its query may say. */
  readonly queries: readonly string[];
  readonly example: unknown;
  /** The schema of its body; null without one that is JSON. */
  readonly schema: unknown;
}

/** Every operation that the API describes. */
export function described({ document }: ApiServer): Described[] {
  return operationsOf(document).map(({ path, method, operation }) => {
    const json = operation.requestBody?.content?.['application/json'];
    return {
      id: operation['operationId'] as Operation,
      method: method as Described['method'],
      path,
      queries: parametersOf(operation).flatMap((one) => (one.in === 'query' ? [one.name] : [])),
      example: json?.example,
      schema: json?.schema ?? null,
    };
  });
}

function parametersOf(operation: Readonly<Record<string, unknown>>): readonly { in: string; name: string }[] {
  return (operation['parameters'] ?? []) as readonly { in: string; name: string }[];
}

/** The examples speak of the plan at hand. */
export function aboutPlan(
  text: string,
  { planId, people, participants, meetingId, goalId, documentIds }: WellFilledPlan,
): string {
  const ids: Partial<Record<keyof typeof EXAMPLE_IDS, string>> = {
    plan: planId,
    citizen: people.citizen.personId,
    coordinator: people.coordinator.personId,
    practitioner: people.psychiatry.personId,
    psychiatry: participants.psychiatry,
    jobCentre: participants.jobCentre,
    organisation: people.coordinator.organisationId ?? '',
    meeting: meetingId,
    goal: goalId,
    document: documentIds[0],
  };
  return Object.entries(ids).reduce(
    (told, [name, id]) => told.replaceAll(EXAMPLE_IDS[name as keyof typeof EXAMPLE_IDS], id),
    text,
  );
}

/** The path of an operation on the plan at hand, as `ApiServer` is asked with it. */
export function pathOf({ path }: Described, about: WellFilledPlan): string {
  return path
    .replace('/api/v1', '')
    .replace('{planId}', about.planId)
    .replace('{participantId}', about.participants.psychiatry)
    .replace('{meetingId}', about.meetingId)
    .replace('{goalId}', about.goalId)
    .replace('{documentId}', about.documentIds[0])
    .replace('{version}', '1')
    .replace('{section}', 'challenges')
    .replaceAll(/\{[a-zA-Z]+\}/g, EXAMPLE_IDS.agreement);
}
