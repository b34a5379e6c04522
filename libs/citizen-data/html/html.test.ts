import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { html } from './html.js';
import { facts, section, table, written } from './page-parts.js';

describe('a piece of HTML', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`" onmouseover="x`, '&quot; onmouseover=&quot;x'],
    [`'; DROP TABLE plans; --`, '&#39;; DROP TABLE plans; --'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ])('has %s as text', (text, escaped) => {
    expect(html`<p title="${text}">${text}</p>`.text).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it('can’t be broken out of by any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(html`<p title="${text}">${[text, [text]]}</p>`.text.replaceAll(/&[a-z0-9#]+;/g, '')).toMatch(
          /^<p title="[^<>"']*">[^<>"']*<\/p>$/,
        );
      }),
    );
  });

  it('takes pieces as they are, and nothing for nothing', () => {
    expect(html`<p>${html`<b>${1}</b>`}${null}</p>`.text).toBe('<p><b>1</b></p>');
  });
});

describe('the parts of the page', () => {
  it('say so where there is nothing', () => {
    expect(table('Mål', ['Mål'], []).text).toContain('Der er ikke noget.');
    expect(written('')).toBeNull();
    expect(facts([['Navn', null]]).text).not.toContain('Navn');
  });

  it('name each table, column and row for those who hear it', () => {
    const { text } = section(3, 'Mål', table('Alle mål', ['Mål', 'Status'], [['Bolig', 'På vej']]));
    expect(text.replaceAll(/\s+/g, ' ')).toMatch(/<h3>Mål<\/h3>.*<caption> Alle mål <\/caption>/);
    expect(text).toContain('<th scope="col">Status</th>');
    expect(text).toContain('<th scope="row">Bolig</th>');
  });
});
