import type { ProcessParts } from '../../libs/process/process-parts.js';
import { personasCalled } from '../local/sign-in/personas.js';
import { signInAs, signInMachine } from '../local/sign-in/persona-sign-in.js';
import { MACHINE_CLIENT } from '../local/sign-in/sign-in-settings.js';
import { CLIENT_SCOPES } from '../../libs/domain/plan/actor.js';

/** What the demonstration's machine is called here. */
const MACHINE = 'machine';

/** Signs somebody in at the local provider of one machine, by name: prints a bearer token for the API. */
export async function token(
  { environment }: ProcessParts,
  words: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const name = words.join(' ');
  if (!environment.LOCAL_SETUP) {
    say('Tokens are given out here only on a local set-up.');
    return 1;
  }
  if (name === '') {
    say(`token expects the name of one person, or ${MACHINE} for ${MACHINE_CLIENT}`);
    return 2;
  }
  if (name === MACHINE) {
    say(await signInMachine(environment.OIDC_ISSUER, CLIENT_SCOPES.join(' ')));
    return 0;
  }
  const [persona, ...others] = personasCalled(name);
  if (persona === undefined || others.length > 0) {
    say(persona === undefined ? `There is nobody called ${name}.` : `Several are called ${name}:`);
    for (const one of others.length > 0 ? personasCalled(name) : []) {
      say(`  ${one.calledAs}  (${one.givenName} ${one.familyName})`);
    }
    return 1;
  }
  say(await signInAs(persona, environment.OIDC_ISSUER));
  return 0;
}
