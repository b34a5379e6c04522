/** Nothing here is as long, in characters. */
const LONGEST = 1_000;
const BASE = 'http://portal.invalid';
const FRONT_PAGE = '/';

/**
 * A path of ours that somebody handed in to be led to; the front page for anything else, so that nobody is led from here
 * to a place that only looks like ours (open redirect).
 */
export function localPath(text: unknown): string {
  if (typeof text !== 'string' || text.length > LONGEST || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text)) {
    return FRONT_PAGE;
  }
  const address = new URL(text, BASE);
  return address.origin === BASE && !address.pathname.startsWith('//')
    ? `${address.pathname}${address.search}`
    : FRONT_PAGE;
}

/** An address of ours with the path to come back to. */
export function withReturn(address: string, path: string): string {
  return path === FRONT_PAGE ? address : `${address}?${new URLSearchParams({ return: path }).toString()}`;
}
