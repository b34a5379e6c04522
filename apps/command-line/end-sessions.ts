import { isUuid } from '../../libs/contracts/ids.js';
import { SessionStore } from '../../libs/identity/session/session-store.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';

/** Signs one person or everybody out of the portal, wherever they are signed in. */
export async function endSessions(
  { database, clock, environment, vault }: Pick<ProcessParts, 'database' | 'clock' | 'environment' | 'vault'>,
  words: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const [verb, whose, ...rest] = words;
  if (verb !== 'end' || whose === undefined || rest.length > 0 || !(whose === '--all' || isUuid(whose))) {
    say('sessions expects end and the id of one person, or end --all');
    return 2;
  }
  const { SESSION_IDLE_SECONDS: idle, SESSION_SECONDS: longest } = environment;
  const sessions = new SessionStore(database, clock, { idle, longest }, vault.cipher.secrets);
  await (whose === '--all' ? sessions.endAll() : sessions.endOfPerson(whose));
  say(
    whose === '--all'
      ? 'Nobody is signed in at the portal any more.'
      : 'They are signed in nowhere any more.',
  );
  return 0;
}
