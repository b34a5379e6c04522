import { html, type Html, type Part } from './html.js';

/** A section with its heading; nothing if there is nothing to tell. */
export function section(level: 2 | 3, heading: string, content: Part): Html {
  return html`<section>${headingOf(level, heading)}${content}</section> `;
}

function headingOf(level: 2 | 3, heading: string): Html {
  return level === 2 ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`;
}

/** A table with its caption for those who hear it; a sentence if it has no rows. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly Part[])[]): Html {
  if (rows.length === 0) return html`<p class="none">Der er ikke noget.</p>`;
  const heads = columns.map((column) => html`<th scope="col">${column}</th>`);
  const lines = rows.map(
    ([first = null, ...rest]) =>
      html`<tr>
        <th scope="row">${first}</th>
        ${rest.map((cell) => html`<td>${cell}</td>`)}
      </tr> `,
  );
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${heads}
      </tr>
    </thead>
    <tbody>
      ${lines}
    </tbody>
  </table>`;
}

/** Names and what belongs to each; what there is not is left out. */
export function facts(pairs: readonly (readonly [string, Part])[]): Html {
  const told = pairs.filter(([, value]) => value !== null && value !== '');
  return html`<dl>
    ${told.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

/** A text as somebody wrote it, with its lines. */
export function written(text: string | null): Html | null {
  return text === null || text === '' ? null : html`<p class="written">${text}</p>`;
}
