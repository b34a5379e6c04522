import { activity, burden, type Concept, good, task } from './concept.types.js';

export const workConcepts: Concept[] = [
  good(
    'work',
    'employment',
    'job, jobbet, jobs, arbejde, arbejdsmarked*, beskæftigelse*, ansættelse, ansat, lønarbejde, fleksjob, erhverv, jobsøgning, cv, *arbejde',
  ),
  good('work', 'nightWork', 'natarbejde, nattevagt*, arbejde om natten'),
  good('work', 'internship', 'praktik*, virksomhedspraktik, *praktik, løntilskud'),
  good(
    'work',
    'education',
    'uddannelse*, hf, eux, eud, fgu, skole, studie*, læreplads, lærling, elev, gymnasi*, teknisk skole, produktionsskole',
  ),
  good('work', 'drivingLicence', 'kørekort*'),
  activity(
    'work',
    'activation',
    'aktivering*, nytteindsats*, *praktik, løntilskud*, praktik, beskæftigelsestilbud',
    {
      generic: true,
    },
  ),
  activity(
    'work',
    'fullTime',
    '37 timer, 35 timer, 36 timer, 32 timer, 30 timer, fuld tid, fuldtid*, heltid*',
  ),
  activity('work', 'jobClarification', [
    'jobafklaring*, afklaringsforløb*, arbejdsprøv*, afklarende forløb, afklaring af arbejdsevne, arbejdsevneafklaring',
    'ressourceforløb',
  ]),
  activity('work', 'mentor', 'mentor*'),
  activity('work', 'jobSearchHelp', 'jobsøgningskursus, jobsøgningsforløb, cvkursus, jobsøgning'),
  burden(
    'work',
    'sickLeave',
    'sygemeld*, sygemeldt, fuldtidssygemeld*, uarbejdsdygtig*, fritaget for aktivering',
  ),
];

export const schoolConcepts: Concept[] = [
  good('school', 'schoolAttendance', 'skolegang*, komme i skole, skolefravær >stop, fravær >stop, fremmøde', {
    gradual: true,
  }),
  activity('school', 'schoolSupport', 'specialundervisning, støttetimer, lektiehjælp, ppr'),
  task('school', 'childNotification', 'underretning*'),
];
