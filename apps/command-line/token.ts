import type { ProcessParts } from '../../libs/process/process-parts.js';
import { personasCalled } from '../local/sign-in/personas.js';
import { signInAs, signInMachine } from '../local/sign-in/persona-sign-in.js';
import { MACHINE_CLIENT } from '../local/sign-in/sign-in-settings.js';
import { CLIENT_SCOPES } from '../../libs/domain/plan/actor.js';

/** What the demonstration's machine is called here. */
const MACHINE = 'machine';

/**
 * Signs somebody in at the local provider of one machine, by name: prints a bearer token for the API, and nothing else.
 * @throws Error that says why there is none.
 */
export async function token(
  { environment }: ProcessParts,
  words: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const name = words.join(' ');
  if (!environment.LOCAL_SETUP) {
    throw new Error('Tokens are given out here only on a local set-up.');
  }
  if (name === '') {
    throw new Error(`token expects the name of one person, or ${MACHINE} for ${MACHINE_CLIENT}`);
  }
  if (name === MACHINE) {
    say(await signInMachine(environment.OIDC_ISSUER, CLIENT_SCOPES.join(' ')));
    return 0;
  }
  const [persona, ...others] = personasCalled(name);
  if (persona === undefined || others.length > 0) {
    throw new Error(persona === undefined ? `There is nobody called ${name}.` : severalCalled(name));
  }
  say(await signInAs(persona, environment.OIDC_ISSUER));
  return 0;
}

function severalCalled(name: string): string {
  const each = personasCalled(name).map((one) => `  ${one.calledAs}  (${one.givenName} ${one.familyName})`);
  return [`Several are called ${name}:`, ...each].join('\n');
}
