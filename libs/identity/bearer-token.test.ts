import { expect, it } from '@jest/globals';
import { bearerToken } from './bearer-token.js';

it.each([
  ['Bearer a.b.c', 'a.b.c'],
  ['bearer a.b.c', 'a.b.c'],
  ['Basic a.b.c', undefined],
  ['Bearer ', undefined],
  ['Bearer a b', undefined],
  [undefined, undefined],
])('of the header %s takes the token %s', (header, token) => {
  expect(bearerToken(header)).toBe(token);
});
