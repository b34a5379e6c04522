import { z } from 'zod';

export const letterView = z
  .strictObject({ html: z.string().meta({ description: 'A page of HTML to print on A4.' }) })
  .meta({ id: 'Letter', description: 'A letter to print, with what its recipient may know at this moment.' });
export type LetterView = z.output<typeof letterView>;

export const LETTER_EXAMPLE: LetterView = { html: '<!doctype html><html lang="da">…</html>' };
