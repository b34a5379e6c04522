import { CITIZEN_DATA_FORMAT, type OpenedCitizenData } from '../reading/citizen-data/citizen-data.types.js';

/**
 * Somebody's data as one JSON document that machines read (GDPR article 20): plan by plan, each document's content in
 * base64, so that no more than one plan and one document is in memory.
 * @param withContent False leaves the content of documents out, where they are handed over beside it.
 */
export async function* writeJson(data: OpenedCitizenData, withContent = true): AsyncGenerator<string> {
  const { preparedAt, person, corrections, accessLog, people } = data;
  const beginning = JSON.stringify({
    format: CITIZEN_DATA_FORMAT,
    preparedAt,
    person,
    corrections,
    accessLog,
    people,
  });
  yield `${beginning.slice(0, -1)},"plans":[`;
  let first = true;
  for await (const { plan, ...rest } of data.plans()) {
    const { documents, waitState: _, existingPlans, ...parts } = plan;
    const told = {
      ...parts,
      existingPlans: existingPlans.map(({ content, ...one }) => ({ ...one, plan: content })),
    };
    yield `${first ? '' : ','}${JSON.stringify({ ...rest, plan: told }).slice(0, -1)},"documents":[`;
    first = false;
    for (const [index, document] of documents.entries()) {
      const content = withContent ? await data.document(plan.planId, document.documentId) : null;
      yield `${index === 0 ? '' : ','}${JSON.stringify({ ...document, content: content?.toString('base64') ?? null })}`;
    }
    yield ']}';
  }
  yield ']}\n';
}
