// @ts-check
/**
 * Warns somebody in time that they will be logged out for doing nothing, and lets them stay without leaving the page.
 * Tabs tell each other, since doing something in one keeps all of them logged in.
 */
const dialog = document.querySelector('dialog[data-warn-after]');
if (dialog instanceof HTMLDialogElement) watch(dialog);

/** @param {HTMLDialogElement} dialog */
function watch(dialog) {
  const { warnAfter, endsAfter, ended = '/' } = dialog.dataset;
  const tabs = new BroadcastChannel('kiplan-session');
  /** @type {ReturnType<typeof setTimeout>[]} */
  let timers = [];

  /** @param {{ warnAfter: number, endsAfter: number }} seconds */
  const begin = (seconds) => {
    timers.forEach(clearTimeout);
    dialog.close();
    const end = new Date(Date.now() + seconds.endsAfter * 1000);
    timers = [
      setTimeout(() => warn(dialog, end), seconds.warnAfter * 1000),
      setTimeout(() => location.assign(ended), (seconds.endsAfter + 1) * 1000),
    ];
  };

  const form = dialog.querySelector('form[data-extension]');
  form?.addEventListener('submit', async (event) => {
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const fields = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(fields),
    });
    if (!answer.ok) return location.assign(ended);
    const seconds = await answer.json();
    tabs.postMessage(seconds);
    begin(seconds);
  });
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  tabs.addEventListener('message', ({ data }) => begin(data));

  const now = { warnAfter: Number(warnAfter), endsAfter: Number(endsAfter) };
  tabs.postMessage(now);
  begin(now);
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {Date} end
 */
function warn(dialog, end) {
  const time = dialog.querySelector('[data-time]');
  const written = { hour: '2-digit', minute: '2-digit' };
  if (time)
    time.textContent = end.toLocaleTimeString(document.documentElement.lang, /** @type {any} */ (written));
  dialog.showModal();
}
