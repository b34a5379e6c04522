export type { Accepted, Refusal } from './refusal.js';
export type { Sex } from './birth-date.js';
export { type CprRefusalCode, type CprResult, cprSystem, parseCpr } from './cpr.js';
export {
  parseReplacementCpr,
  type ReplacementCprRefusalCode,
  type ReplacementCprResult,
  replacementCprSystem,
} from './replacement-cpr.js';
export { type CvrRefusalCode, type CvrResult, cvrSystem, parseCvr } from './cvr.js';
export { type GlnRefusalCode, type GlnResult, glnSystem, parseGln } from './gln.js';
export { parseSor, type SorResult, sorSystem } from './sor.js';
export { parseProviderNumber, type ProviderNumberResult, providerNumberSystem } from './provider-number.js';
export { municipalities, type Municipality } from './municipalities.js';
export {
  type MunicipalityCodeRefusalCode,
  type MunicipalityCodeResult,
  municipalityCodeSystem,
  parseMunicipalityCode,
} from './municipality-code.js';
export {
  parseRegionCode,
  type RegionCode,
  type RegionCodeResult,
  regionCodeSystem,
  regions,
} from './region-code.js';
