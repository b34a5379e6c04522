import type { VNode } from 'preact';
import type { AssetAddress } from '../../../../libs/pages/assets.js';
import type { Persona, PersonaGroup } from '../persona.types.js';
import { PERSONA_GROUPS } from '../persona.types.js';
import { SignInLayout } from './sign-in-layout.js';

const GROUP_WORDS: Readonly<Record<PersonaGroup, string>> = {
  coordinator: 'Koordinatorer',
  practitioner: 'Fagpersoner',
  leader: 'Ledelse, administration og revision',
  citizen: 'Borgere og forældremyndighed',
  relative: 'Pårørende',
  other: 'Andre, til at prøve afslag med',
};

/** The choice of somebody to sign in as. */
export function PersonaPage(parts: {
  readonly asset: AssetAddress;
  readonly clientName: string;
  readonly personas: readonly Persona[];
}): VNode {
  const { asset, clientName, personas } = parts;
  return (
    <SignInLayout title="Vælg, hvem du logger på som" asset={asset}>
      <h1>Vælg, hvem du logger på som</h1>
      <p>Du er på vej til {clientName}. Vælg en person, eller afbryd nederst på siden.</p>
      <form method="post">
        {PERSONA_GROUPS.map((group) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>{GROUP_WORDS[group]}</h2>
            <ul class="unstyled-list persona-list">
              {personas.filter((persona) => persona.group === group).map(personaEntry)}
            </ul>
          </section>
        ))}
        <div class="button-row">
          <button type="submit" class="button button-secondary" name="cancel" value="yes">
            Afbryd log-on
          </button>
        </div>
      </form>
    </SignInLayout>
  );
}

function personaEntry({ subject, givenName, familyName, about }: Persona): VNode {
  return (
    <li key={subject}>
      <span class="persona">
        <strong id={`name-${subject}`}>
          {givenName} {familyName}
        </strong>
        <br />
        {about}
      </span>
      <button
        type="submit"
        class="button button-primary"
        id={`choose-${subject}`}
        name="persona"
        value={subject}
        aria-labelledby={`choose-${subject} name-${subject}`}
      >
        Log på som
      </button>
    </li>
  );
}
