import type { OpenedCitizenData } from '../reading/citizen-data/citizen-data.types.js';
import { html } from './html/html.js';
import { Names } from './html/names.js';
import { personSection } from './html/person.section.js';
import { planSection } from './html/plan.section.js';
import { STYLE } from './html/style.js';
import { danishTime } from './words/field-words.js';

/** Where a document is to be found that the page names. */
export type DocumentLink = (planId: string, documentId: string) => string;

/** The style stands as it is: its hash is what allows it. */
const BEGINNING = `<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Oplysninger om dig</title>
<style>${STYLE}</style>
</head>
<body>
`;

/**
 * Somebody's data as one page in Danish that needs nothing else: no script, no picture, no font. It can be printed. The
 * page comes plan by plan.
 */
export async function* writeHtml(data: OpenedCitizenData, link: DocumentLink): AsyncGenerator<string> {
  yield BEGINNING;
  yield html`<header>
    <h1>Oplysninger om dig</h1>
    <p>
      Her står alt, hvad der er gemt om ${data.person.givenName} ${data.person.familyName} i kiplan. Det er
      hentet ${danishTime(data.preparedAt)}.
    </p>
    <p>
      Du har ret til at få dine oplysninger at se og til at få dem rettet, hvis de er forkerte. Sig det til
      din koordinator.
    </p>
  </header>`.text;
  yield '\n<main>\n';
  for (const part of personSection(data, new Names(data.people))) yield part.text;
  let plans = 0;
  for await (const plan of data.plans()) {
    plans += 1;
    const names = new Names(plan.people, plan.plan);
    yield planSection(plan, names, (documentId) => link(plan.plan.planId, documentId)).text;
  }
  if (plans === 0) yield html`<p>Der er ingen plan.</p>`.text;
  yield '\n</main>\n</body>\n</html>\n';
}
