import { startSignIn } from './sign-in-server.js';

function told(variable: string): string {
  const value = process.env[variable];
  if (value === undefined || value === '') throw new Error(`${variable} is missing.`);
  return value;
}

try {
  const server = await startSignIn({
    issuer: told('OIDC_ISSUER'),
    folder: told('SIGN_IN_FOLDER'),
    portalUrl: told('PUBLIC_URL'),
    host: process.env['SIGN_IN_HOST'] ?? '127.0.0.1',
    port: Number(told('SIGN_IN_PORT')),
  });
  process.stdout.write(`sign-in is listening on port ${server.port}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
