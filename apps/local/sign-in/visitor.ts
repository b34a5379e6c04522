/**
 * What a browser does for a sign-in, without one: keeps cookies, follows redirects as far as it is told, sends forms.
 * For the command line, for filling in the demonstration, and for tests.
 */
export class Visitor {
  /** Cookies by host, since they do not heed ports (RFC 6265, 8.5). */
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Asks once; a redirect is answered as it comes. */
  async ask(address: string, options: RequestInit = {}): Promise<Response> {
    const { hostname } = new URL(address);
    const headers = new Headers(options.headers);
    const cookies = [...(this.#cookies.get(hostname) ?? [])].map(([name, value]) => `${name}=${value}`);
    if (cookies.length > 0 && !headers.has('Cookie')) headers.set('Cookie', cookies.join('; '));
    const response = await fetch(address, { ...options, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.#keep(hostname, cookie);
    return response;
  }

  /** Sends a form as the page at this address would. */
  async send(address: string, form: Readonly<Record<string, string>>, origin?: string): Promise<Response> {
    return this.ask(address, {
      method: 'POST',
      headers: { Origin: origin ?? new URL(address).origin },
      body: new URLSearchParams(form),
    });
  }

  /** Follows redirects until one leads to an address that begins so, or to a page. Returns where it stands then. */
  async follow(address: string, until?: string): Promise<{ address: string; response: Response | null }> {
    return this.followFrom(address, await this.ask(address), until);
  }

  /** The same, from an answer that was given already. */
  async followFrom(
    address: string,
    answer: Response,
    until?: string,
  ): Promise<{ address: string; response: Response | null }> {
    const location = answer.headers.get('Location');
    if (answer.status < 300 || answer.status >= 400 || location === null)
      return { address, response: answer };
    const next = new URL(location, address).href;
    if (until !== undefined && next.startsWith(until)) return { address: next, response: null };
    return this.follow(next, until);
  }

  /** A cookie of a host; undefined if there is none. */
  cookie(hostname: string, name: string): string | undefined {
    return this.#cookies.get(hostname)?.get(name);
  }

  /** Puts a cookie in as if a host had set it. */
  setCookie(hostname: string, name: string, value: string): void {
    this.#keep(hostname, `${name}=${value}`);
  }

  #keep(hostname: string, cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';');
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/.exec(pair.trim()) ?? [];
    const cookies = this.#cookies.get(hostname) ?? new Map<string, string>();
    const isGone = attributes.some((attribute) =>
      /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute),
    );
    if (isGone || value === '') cookies.delete(name);
    else cookies.set(name, value);
    this.#cookies.set(hostname, cookies);
  }
}
