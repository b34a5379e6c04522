// @ts-check
/** Sends a form that somebody would otherwise have to send themselves. */
const form = document.querySelector('form[data-go-on]');
if (form instanceof HTMLFormElement) form.requestSubmit();
