import type { ConsentWording } from './consent-form.types.js';
import { WORDING_2026_2_EN } from './wording-2026-2.en.js';

/**
 * Version 2026-3 in English: as 2026-2, and says of meetings what comes out with which kind. Once shown it is never changed,
 * another text is another version.
 */
export const WORDING_2026_3_EN: ConsentWording = {
  ...WORDING_2026_2_EN,
  kinds: { appointments: 'calendar appointments, also where meetings are held and their agenda' },
};
