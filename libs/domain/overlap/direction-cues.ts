import type { Direction } from './lexicon/concept.types.js';

/** `improve` leads where the concept naturally goes; `negate` turns what follows. */
export type Cue = Direction | 'improve' | 'negate';

const cueWords: Record<Cue, string[]> = {
  stop: [
    'stoppe, stop, *stop, ophør*, *ophør, holde op, høre op, slippe, kvitte, droppe, lægge på hylden, lade ligge, ligge',
    'lade stå, lade være, holde fra, komme ud af, ud af, komme af med, fri af, fri for, fri fra, *fri, bryde, fjerne',
    'afslutte, udtrap*, *udtrapning, trappe ud, seponer*, afvikl*, *afvikling, sige nej, miste, afvænn*, opsige, give slip',
  ],
  decrease: [
    'mindske, reducer*, reduktion, *reduktion, nedsæt*, nedbring*, skære ned, sætte ned, trappe ned, nedtrap*, *nedtrapning',
    'begræns*, mindre, færre, lavere, dæmpe, lindre, lindring, aftage, sænke, minimer*, formindsk*, betale af',
  ],
  increase: [
    'øge, øget, øgning, mere, flere, forøg*, optrap*, *optrapning, trappe op, sætte op, hæve, intensiver*, højere, udvid*',
  ],
  keep: [
    'beholde, fasthold*, holde fast, bevar*, blive ved, fortsæt*, vedligehold*, opretholde, passe, forblive, blive boende, bibehold*, ordination, ordiner*',
  ],
  improve: [
    'bedre, forbedr*, bedring, styrke, håndter*, mestre, styr på, overblik, ro på, stabil*, få, fået, opnå, finde, komme i',
    'komme op, gang, start*, begynd*, påbegynd*, genoptag*, etabler*, skabe, gennemfør*, behandling, klare, udvikle, tilknytning',
  ],
  negate: [
    'ikke, ingen, intet, uden, aldrig, hverken, undgå, forebyg*, forebyggelse, *forebyggelse, *forebyggende, forhindr*',
    'afværge, hindre',
  ],
};

/** The words that say where a plan takes something, each with its cue; terms as in the lexicon of concepts. */
export const cueTerms: { cue: Cue; term: string }[] = Object.entries(cueWords).flatMap(([cue, lines]) =>
  lines.flatMap((line) => line.split(',').map((term) => ({ cue: cue as Cue, term: term.trim() }))),
);
