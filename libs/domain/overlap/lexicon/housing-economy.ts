import { activity, burden, type Concept, good, task } from './concept.types.js';

export const housingConcepts: Concept[] = [
  good('housing', 'home', [
    'bolig*, lejlighed, bopæl, eget sted, sted at bo, værels*, tag over hovedet, blive boende >keep, boende >keep',
    'udsættelse, hjemløs* >stop',
  ]),
  good('housing', 'move', 'flytte, flytning'),
  good(
    'housing',
    'supportedHousing',
    'botilbud*, bosted*, bofællesskab, opgangsfællesskab, plejehjem, døgntilbud',
  ),
  good('housing', 'cleaning', 'rengøring*, gøre rent, rydde op, oprydning, støvsuge, vaske tøj, tøjvask'),
  task(
    'housing',
    'landlordContact',
    'kontakte boligforening*, kontakte udlejer, kontakt til udlejer, kontakt til boligforening*, tager kontakt til udlejer, tager kontakt til boligforening*',
  ),
];

export const economyConcepts: Concept[] = [
  good(
    'economy',
    'finances',
    'økonomi*, pengene, penge, budget*, regning, regninger, regningerne, privatøkonomi, rådighedsbeløb',
    { gradual: true },
  ),
  burden(
    'economy',
    'debt',
    'gæld*, restance, *restance, rykker, rykkere, lån, lånene, kreditor*, inkasso, skylder, afdrag*, gældsstyrelsen',
  ),
  good('economy', 'rent', 'husleje*', { gradual: true }),
  good('economy', 'cashBenefit', 'kontanthjælp*, uddannelseshjælp', { parent: 'benefit' }),
  good('economy', 'earlyPension', 'førtidspension*', { parent: 'benefit' }),
  good('economy', 'sicknessBenefit', 'sygedagpenge*, ressourceforløbsydelse', { parent: 'benefit' }),
  good('economy', 'housingBenefit', 'boligstøtte*, boligsikring', { parent: 'benefit' }),
  good('economy', 'singleBenefit', 'enkeltydelse*, særlig støtte', { parent: 'benefit' }),
  good('economy', 'benefit', 'ydelse, ydelser, forsørgelse*, pension*'),
  activity(
    'economy',
    'budgetAdvice',
    'budget*, økonomisk rådgivning, økonomirådgivning, økonomisk vejledning',
  ),
  activity('economy', 'debtAdvice', 'gældsrådgivning*, gældssanering*'),
  task('economy', 'instalments', 'afdragsordning*, aftale om afdrag, afdragsaftale*, betalingsordning*'),
  activity(
    'economy',
    'administeredMoney',
    'administration af økonomi, økonomi administreres, værgemål, administreres af kommunen',
  ),
  activity('economy', 'ownMoney', 'styrer selv sine penge, råder selv over, selv betale regninger'),
];
