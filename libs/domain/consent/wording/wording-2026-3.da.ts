import type { ConsentWording } from './consent-form.types.js';
import { WORDING_2026_2_DA } from './wording-2026-2.da.js';

/**
 * Version 2026-3 in Danish: as 2026-2, and says of meetings what comes out with which kind. Once shown it is never changed,
 * another text is another version.
 */
export const WORDING_2026_3_DA: ConsentWording = {
  ...WORDING_2026_2_DA,
  kinds: { appointments: 'aftaler i kalenderen, også hvor møderne holdes, og deres dagsorden' },
};
