import { describe, expect, it } from '@jest/globals';
import { localPath, withReturn } from './local-path.js';

describe('where somebody is led to', () => {
  it.each(['/', '/plans/0b8f3c52', '/plans?open=true&cursor=a%2Fb', '/a/../b?c=/d'])('is %s here', (path) => {
    expect(localPath(path)).toBe(path === '/a/../b?c=/d' ? '/b?c=/d' : path);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '///evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    'plans',
    '/a\nb',
    '/a b',
    '/\t/evil.example',
    '',
    undefined,
    ['/plans', '/other'],
    `/${'a'.repeat(2000)}`,
  ])('is never %j', (text) => {
    expect(localPath(text)).toBe('/');
  });

  it('goes along to a page in between', () => {
    expect(withReturn('/sign-in', '/plans?open=true')).toBe('/sign-in?return=%2Fplans%3Fopen%3Dtrue');
    expect(withReturn('/sign-in', '/')).toBe('/sign-in');
  });
});
