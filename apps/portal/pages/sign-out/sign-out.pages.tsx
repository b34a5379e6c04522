import type { VNode } from 'preact';
import type { LogOutForm } from '../../../../libs/identity/sign-in/sign-in-client.js';
import type { Worded } from '../../layout/frame.js';
import { SIGN_OUT_WORDS } from './sign-out.words.js';

/** The form that leads on to the provider; a script sends it at once where scripts run. */
export function LeavingPage({ language, form }: Worded & { readonly form: LogOutForm }): VNode {
  const words = SIGN_OUT_WORDS[language].leaving;
  return (
    <>
      <h1>{words.heading}</h1>
      <p>{words.text}</p>
      <form method="post" action={form.action} data-go-on>
        {Object.entries(form.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div class="button-row">
          <button type="submit" class="button button-primary">
            {words.button}
          </button>
        </div>
      </form>
    </>
  );
}

/** What stands at the end of it. */
export function LeftPage({ language }: Worded): VNode {
  const words = SIGN_OUT_WORDS[language].left;
  return (
    <>
      <h1>{words.heading}</h1>
      <p>{words.text}</p>
      <div class="button-row">
        <a class="button button-primary" href="/sign-in">
          {words.again}
        </a>
      </div>
    </>
  );
}
