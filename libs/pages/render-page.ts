import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A page as it is sent. Whatever stands in it is escaped. */
export function renderPage(page: VNode): string {
  return `<!DOCTYPE html>\n${renderToString(page)}\n`;
}
