/** Where mail is handed in. */
export interface SmtpServerAddress {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (RFC 8314); otherwise by STARTTLS. */
  readonly secure: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
}

const usualPorts = { 'smtp:': 587, 'smtps:': 465 } as const;

/**
 * Reads `SMTP_URL`: `smtp://host:port` or `smtps://user:password@host:port`; the port is 587 or 465 if it is left
 * out (RFC 6409, RFC 8314).
 * @throws RangeError if it is none, or carries a path or options; the message does not repeat it.
 */
export function smtpServerAddress(smtpUrl: string): SmtpServerAddress {
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : null;
  const protocol = url?.protocol;
  const plain =
    url !== null && url.hostname !== '' && /^\/?$/u.test(url.pathname) && url.search + url.hash === '';
  if (!plain || (protocol !== 'smtp:' && protocol !== 'smtps:')) {
    throw new RangeError(
      'SMTP_URL must be smtp://host:port or smtps://user:password@host:port, without options.',
    );
  }
  const auth =
    url.username === ''
      ? undefined
      : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ''),
    port: url.port === '' ? usualPorts[protocol] : Number(url.port),
    secure: protocol === 'smtps:',
    auth,
  };
}
