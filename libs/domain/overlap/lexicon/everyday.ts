import { activity, burden, type Concept, demand, good, task } from './concept.types.js';

export const networkConcepts: Concept[] = [
  good(
    'network',
    'network',
    'netværk, netværket, venner, vennerne, ven, veninde*, socialt netværk, social omgang, sociale sammenhænge, være sammen med, fællesskab*, bekendte',
    { gradual: true },
  ),
  burden('network', 'isolation', 'isolation*, isoler*, ensom*, alene'),
  good(
    'network',
    'children',
    'børn, børnene, barn, barnet, søn, sønnen, datter, datteren, unger, samvær*, forældre*, far, mor',
    {
      gradual: true,
    },
  ),
  good(
    'network',
    'family',
    'familie, familien, familiemedlem*, søskende, søster, bror, forældrene, min far, min mor, slægtninge',
    {
      gradual: true,
    },
  ),
  good('network', 'relatives', 'pårørende*'),
  good('network', 'partner', 'kæreste*, ægtefælle, parforhold*, samlever, partner'),
  good('network', 'exPartner', 'ekskæreste*, eksmand*, ekskone*, eksen, ekspartner'),
  good('network', 'pet', 'hund, hunden, kat, kæledyr'),
];

export const dailyRhythmConcepts: Concept[] = [
  good(
    'dailyRhythm',
    'sleep',
    'søvn*, døgnrytme*, sove, sover, sove om natten, op om morgenen, stå op, døgnet, vende døgnet, nattesøvn',
    { gradual: true },
  ),
  good(
    'dailyRhythm',
    'structure',
    'struktur*, rutine*, faste rammer, hverdag, hverdagen, dagligdag*, dagsplan*, ugeplan*, ugeskema*',
    { gradual: true },
  ),
  good('dailyRhythm', 'leisure', 'fritid*, værested*, aktivitetstilbud*, hobby*, aktiviteter'),
];

export const crimeConcepts: Concept[] = [
  burden('crime', 'crime', 'kriminel, kriminalitet*, lovbrud, stjæle, tyveri*, straffri, ny dom, banden'),
  burden('crime', 'violence', 'vold, voldelig*'),
  good('crime', 'sentence', 'afsone*, afsoning*, prøveløsladelse*, fodlænke*'),
];

export const helpConcepts: Concept[] = [
  activity('help', 'talk', 'samtale, samtaler, samtalerne, *samtale, *samtaler, samtaleforløb*, snak', {
    generic: true,
  }),
  activity('help', 'group', 'gruppe, gruppen, grupper, gruppeforløb*, gruppebehandling*, *gruppe', {
    generic: true,
  }),
  activity('help', 'course', 'kursus, kurser, *kursus, undervisning', { generic: true }),
  activity('help', 'contactPerson', 'kontaktperson*, støttekontaktperson*, støttesamtale*, skp'),
  activity('help', 'doctorTalk', 'lægesamtale*, samtale med læge, psykiater'),
  activity(
    'help',
    'caseworkerTalk',
    'jobsamtale*, samtale med sagsbehandler, sagsbehandlersamtale*, opfølgningssamtale*',
  ),
  activity(
    'help',
    'homeVisit',
    'hjemmebesøg*, besøg i hjemmet, besøge i hjemmet, besøger i hjemmet, besøger borgeren i hjemmet',
  ),
  activity('help', 'homeHelp', 'hjemmehjælp*, praktisk hjælp'),
  task(
    'help',
    'coordinator',
    'tovholder*, koordinator*, koordinerer, koordinere, koordinering, koordinerende',
  ),
  task('help', 'apply', 'søge, søger, ansøg*, *ansøgning, *søgning, finder bolig, finde bolig', {
    generic: true,
  }),
  task('help', 'refer', 'henvis*', { generic: true }),
  task('help', 'convene', 'indkald*', { generic: true }),
  task('help', 'contact', 'kontakter, kontakte, tager kontakt', { generic: true }),
  task('help', 'responsible', 'ansvar, ansvaret, ansvarlig, står for, sørger for, varetager, tager sig af', {
    generic: true,
  }),
  demand(
    'help',
    'demand',
    'krav, kravet, *krav, kræver, kræves, skal være, forudsæt*, betinge*, betingelse*, først når',
  ),
];
