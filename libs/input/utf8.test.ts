import { describe, expect, it } from '@jest/globals';
import { isUtf8Address, isUtf8Form, pathToHalfCharacter } from './utf8.js';

describe('an address', () => {
  it.each(['/plans', '/plans?name=S%C3%B8ren', '/plans?a=b+c&d=%2f', `/${'x'.repeat(100)}`])(
    '%s is UTF-8',
    (address) => {
      expect(isUtf8Address(address)).toBe(true);
    },
  );

  it.each([
    ['a letter of Latin-1', '/plans?name=S%F8ren'],
    ['a cut letter', '/plans?name=S%C3'],
    ['half of a character', '/plans?name=%ED%A0%BD'],
    ['a percent sign that encodes nothing', '/plans?name=100%'],
    ['bytes that are not encoded', '/plans?name=S\u00c3\u00b8ren'],
  ])('with %s is not', (_what, address) => {
    expect(isUtf8Address(address)).toBe(false);
  });
});

describe('a form', () => {
  it.each(['a=b&c=S%C3%B8ren+Test', 'a=søren', 'a=100%', ''])('%s is UTF-8', (body) => {
    expect(isUtf8Form(Buffer.from(body))).toBe(true);
  });

  it.each([
    ['an encoded letter of Latin-1', Buffer.from('a=S%F8ren')],
    ['a letter of Latin-1', Buffer.from('a=Søren', 'latin1')],
    ['a cut letter', Buffer.from('a=S%C3')],
    ['an encoded half of a character', Buffer.from('a=%ED%A0%BD')],
  ])('with %s is not', (_what, body) => {
    expect(isUtf8Form(body)).toBe(false);
  });
});

describe('half of a character', () => {
  it.each([
    ['{"a":["b",{"c/d":"x\\ud83d"}]}', ['a', '1', 'c/d']],
    ['{"\\udc00":1}', ['\ufffd']],
    ['"\\ud83d"', []],
    ['{"a":"\\ud83d\\ude00"}', null],
    ['[1,null,true]', null],
  ])('in %s is found', (json, path) => {
    expect(pathToHalfCharacter(JSON.parse(json))).toEqual(path);
  });
});
