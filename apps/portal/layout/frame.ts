import type { Language } from '../../../libs/contracts/problem.types.js';
import type { AssetAddress } from '../../../libs/pages/assets.js';
import type { Visit } from '../http/visit.js';

/** What every part of a page's frame needs. */
export interface Frame {
  readonly visit: Visit;
  readonly asset: AssetAddress;
}

/** The same for parts that are read in a language only. */
export interface Worded {
  readonly language: Language;
}
