import { z } from 'zod';
import { CONSENT_WORDING_VERSIONS } from '../../../libs/domain/consent/wording/consent-form.js';
import { items, list } from '../schemas/answers.js';

export const consentFormView = z
  .strictObject({
    version: z.string(),
    language: z.enum(['da', 'en']),
    title: z.string(),
    introduction: z.string(),
    parts: list(z.strictObject({ heading: z.string(), lines: list(z.string()) })),
  })
  .meta({
    id: 'ConsentForm',
    description: 'The wording that the citizen is shown or has read out, filled in.',
  });
export type ConsentFormAnswer = z.output<typeof consentFormView>;

export const CONSENT_FORM_EXAMPLE: ConsentFormAnswer = {
  version: CONSENT_WORDING_VERSIONS[0],
  language: 'da',
  title: 'Samtykke til videregivelse af oplysninger',
  introduction: 'Du bestemmer, hvem der må få hvilke oplysninger om dig i din koordinerende indsatsplan.',
  parts: [{ heading: 'Hvem der giver oplysningerne videre', lines: ['Rusmiddelcentret'] }],
};

export const consentWordingsView = items(
  z
    .strictObject({ version: z.string(), languages: list(z.enum(['da', 'en'])) })
    .meta({ id: 'ConsentWording' }),
);
export type ConsentWordingsView = z.output<typeof consentWordingsView>;

export const CONSENT_WORDINGS: ConsentWordingsView = {
  items: CONSENT_WORDING_VERSIONS.map((version) => ({ version, languages: ['da', 'en'] })),
};
