import type { Catalogue } from '../../words/catalogue.js';

const da = {
  ended: {
    title: 'Du er logget af',
    heading: 'Du er logget af',
    text: 'Det er et stykke tid siden, du gjorde noget, eller du har været logget på i en hel arbejdsdag. Så logger vi dig af for en sikkerheds skyld. Det, du har gemt, er der stadig.',
    again: 'Log på igen',
  },
  anew: {
    title: 'Log på igen',
    heading: 'Log på igen, før du gør det her',
    text: 'Det, du er ved at gøre, kan ikke gøres af andre end dig. Derfor skal vi være sikre på, at det er dig, der sidder her lige nu. Log på igen. Så kommer du tilbage hertil.',
    kept: 'Det, du har udfyldt, er ikke sendt endnu. Du kan sende det, når du har logget på igen.',
    tooLong:
      'Det, du har udfyldt, er ikke sendt. Det er for langt til, at vi kan gemme det så længe. Gå tilbage med din browser og kopiér det, før du logger på igen.',
    signIn: 'Log på igen',
    leave: 'Fortryd',
  },
  filledIn: {
    title: 'Send det, du udfyldte',
    heading: 'Vil du sende det, du udfyldte?',
    text: 'Tak, du er logget på igen. Det, du udfyldte før, er ikke sendt endnu.',
    send: 'Ja, send det',
    back: 'Nej, tilbage til siden',
  },
};

const en: typeof da = {
  ended: {
    title: 'You are logged out',
    heading: 'You are logged out',
    text: 'It is a while since you did anything, or you have been logged in for a whole working day. Then we log you out to be on the safe side. What you have saved is still there.',
    again: 'Log in again',
  },
  anew: {
    title: 'Log in again',
    heading: 'Log in again before you do this',
    text: 'What you are about to do can be done by nobody but you. So we must be sure that it is you who is here right now. Log in again. Then you come back here.',
    kept: 'What you filled in has not been sent yet. You can send it when you have logged in again.',
    tooLong:
      'What you filled in has not been sent. It is too long for us to keep meanwhile. Go back with your browser and copy it before you log in again.',
    signIn: 'Log in again',
    leave: 'Cancel',
  },
  filledIn: {
    title: 'Send what you filled in',
    heading: 'Do you want to send what you filled in?',
    text: 'Thank you, you are logged in again. What you filled in before has not been sent yet.',
    send: 'Yes, send it',
    back: 'No, back to the page',
  },
};

export const SESSION_WORDS: Catalogue<typeof da> = { da, en };
