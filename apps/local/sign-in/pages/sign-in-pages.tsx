import type { AssetAddress } from '../../../../libs/pages/assets.js';
import { renderPage } from '../../../../libs/pages/render-page.js';
import type { Persona } from '../persona.types.js';
import { LogOutPage } from './log-out-page.js';
import { MessagePage } from './message-page.js';
import { PersonaPage } from './persona-page.js';

/** Every page of the local sign-in, as HTML. */
export interface SignInPages {
  readonly choose: (clientName: string, personas: readonly Persona[]) => string;
  readonly logOut: (form: string) => string;
  readonly loggedOut: () => string;
  readonly about: () => string;
  readonly over: () => string;
  /** @param code What the provider calls the error (RFC 6749, 4.1.2.1). */
  readonly error: (code: string) => string;
}

export function signInPages(asset: AssetAddress, portalUrl: string): SignInPages {
  const message = (heading: string, text: string): string =>
    renderPage(<MessagePage asset={asset} heading={heading} text={text} portalUrl={portalUrl} />);
  return {
    choose: (clientName, personas) =>
      renderPage(<PersonaPage asset={asset} clientName={clientName} personas={personas} />),
    logOut: (form) => renderPage(<LogOutPage asset={asset} form={form} />),
    loggedOut: () => message('Du er logget af her', 'Næste gang vælger du igen, hvem du logger på som.'),
    about: () =>
      message(
        'Lokalt log-on',
        'Her logger man på kiplan, når det kører på én maskine. Begynd på kiplans egen forside.',
      ),
    over: () =>
      message(
        'Log-on er udløbet',
        'Der gik for lang tid, eller du har allerede valgt. Begynd forfra i kiplan.',
      ),
    error: (code) => message('Log-on kan ikke gennemføres', `Begynd forfra i kiplan. Fejlen hedder ${code}.`),
  };
}
