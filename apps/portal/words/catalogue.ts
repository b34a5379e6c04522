import type { Language } from '../../../libs/contracts/problem.types.js';

/**
 * Words in both languages. The Danish ones say which there are; written as `const en: typeof da`, the English ones do not
 * compile with one missing.
 */
export type Catalogue<T> = Readonly<Record<Language, T>>;
