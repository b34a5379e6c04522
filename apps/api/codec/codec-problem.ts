/** An RFC 9457 problem of the codec server, which stands outside the API's own filter. */
export function problemBody(status: number, code: string, detail: string): object {
  return { type: `/problems/${code}`, title: code, status, code, detail };
}
