import { activity, burden, type Concept, good, task } from './concept.types.js';

export const medicineConcepts: Concept[] = [
  good(
    'medicine',
    'medicine',
    'medicin*, medikament*, tabletter, piller, pillerne, medicinfri >stop, præparat, depot*, farmakolog*, medikamentel',
    { gradual: true },
  ),
  good(
    'medicine',
    'antipsychotic',
    [
      'antipsyko*, neurolept*, olanzapin*, quetiapin*, risperidon*, aripiprazol*, clozapin*, leponex, abilify, seroquel',
      'zyprexa, paliperidon*, xeplion, haloperidol',
    ],
    { parent: 'medicine', gradual: true },
  ),
  good(
    'medicine',
    'antidepressant',
    'antidepressiv*, sertralin*, citalopram, escitalopram, mirtazapin*, venlafaxin*, lykkepiller',
    {
      parent: 'medicine',
      gradual: true,
    },
  ),
  good('medicine', 'moodStabiliser', 'lithium*, litium*, lamotrigin*, valproat*', {
    parent: 'medicine',
    gradual: true,
  }),
  good(
    'medicine',
    'adhdMedicine',
    'adhdmedicin*, methylphenidat*, metylfenidat*, ritalin*, medikinet, elvanse, concerta',
    {
      parent: 'medicine',
      gradual: true,
    },
  ),
  burden(
    'medicine',
    'benzodiazepine',
    'benzo*, oxazepam*, diazepam*, stesolid, oxapax, alprazolam, sovepille*, sovemedicin, zopiclon*, beroligende',
    { parent: 'medicine' },
  ),
  burden('medicine', 'painkiller', 'morfin*, tramadol*, oxycodon*, smertestillende', { parent: 'medicine' }),
  activity(
    'medicine',
    'ownMedicine',
    'selvadminist* medicin, tager selv medicin, selv administ* medicin, selvdisp* medicin',
  ),
  activity(
    'medicine',
    'supervisedMedicine',
    'overvåg* medicinind*, medicin under opsyn, medicin indtages under opsyn, overvåg* indtag*, superviseret indtag*, opsyn',
  ),
  task('medicine', 'dispensing', [
    'medicindoser*, medicinudlever*, dosere medicin, doserer medicin, udlevere medicin, udleverer medicin, medicinadministration',
    'ansvar for medicin, ansvaret for medicin*, dosisdispenser*, medicinansvar*',
  ]),
];

export const mentalHealthConcepts: Concept[] = [
  burden(
    'mentalHealth',
    'psychosis',
    'psykotisk*, psykose*, stemme, stemmer, stemmerne, hallucination*, paranoid*, paranoia, vrangforestil*, skizofren*',
  ),
  burden('mentalHealth', 'anxiety', 'angst*, *angst, panik*, bange, bekymring*, fobi*, utryg*, nervøs*'),
  burden(
    'mentalHealth',
    'depression',
    'depress*, trist, tristhed, nedtrykt*, ked af det, gladere >decrease, glad >decrease, humør*',
  ),
  burden(
    'mentalHealth',
    'selfHarm',
    'selvskad*, skære i mig, skære i sig, cutting, cutte, skade mig selv, skade sig selv',
  ),
  burden('mentalHealth', 'suicidality', 'selvmord*, suicid*, tage mit liv, tage sit liv'),
  burden('mentalHealth', 'anger', 'vrede*, aggress*, temperament*, udadreager*'),
  burden(
    'mentalHealth',
    'stress',
    'stress*, uro, tankemylder, ro i hovedet >decrease, ro på tankerne >decrease',
  ),
  burden('mentalHealth', 'trauma', 'traume*, ptsd, flashback*'),
  good(
    'mentalHealth',
    'wellbeing',
    'trivsel*, livskvalitet, have det godt, have det bedre, selvværd*, selvtillid*',
    { gradual: true },
  ),
  good('mentalHealth', 'admission', 'indlæg*, indlagt, genindlæg* >decrease, sengeafsnit'),
  good('mentalHealth', 'adhd', 'adhd'),
  activity(
    'mentalHealth',
    'psychotherapy',
    'psykolog*, psykoterapi*, terapeut*, terapi, terapiforløb*, samtaleterapi*, kognitiv*, adfærdsterapi*',
  ),
  activity('mentalHealth', 'psychoeducation', 'psykoeduk*, undervisning om at leve med, patientundervis*'),
  activity('mentalHealth', 'dayHospital', 'daghospital*, dagafsnit, dagbehandling*'),
  activity('mentalHealth', 'inpatient', 'indlæg*, indlagt, sengeafsnit, døgnbehandling*, døgnindsats'),
  activity('mentalHealth', 'acupuncture', 'nada*, øreakupunktur*, akupunktur*'),
  activity('mentalHealth', 'exposure', 'ekspon*'),
  activity('mentalHealth', 'shielding', 'skærmning*, skærmes, skånes, fuldstændig ro'),
  task('mentalHealth', 'crisisPlan', 'kriseplan*, mestringsplan*'),
];

export const physicalHealthConcepts: Concept[] = [
  good(
    'physicalHealth',
    'weight',
    'vægt, vægten, vægttab >decrease, tabe mig >decrease, tabe sig >decrease, kilo, overvægt* >decrease, tage på i vægt >increase, slanke* >decrease',
    {
      gradual: true,
    },
  ),
  good(
    'physicalHealth',
    'fitness',
    'kondition*, fysisk form, bedre form, motion*, træne, træning*, fysisk aktiv*, idræt*, sport, fitness*, bevægelse',
    {
      gradual: true,
    },
  ),
  good('physicalHealth', 'walks', 'gå tur, gåtur*', { parent: 'fitness' }),
  good(
    'physicalHealth',
    'nutrition',
    'kost, kosten, kostvaner, sund mad, lave mad, madlavning, måltid*, spise, ernæring*, madplan*',
    { gradual: true },
  ),
  good('physicalHealth', 'fluids', 'vand, væske, drikke vand'),
  good('physicalHealth', 'teeth', 'tænder, tænderne, tandlæge*, tandbehandling*, tandpine >stop'),
  good('physicalHealth', 'diabetes', 'diabetes*, sukkersyge, insulin*, blodsukker*'),
  burden('physicalHealth', 'pain', 'smerte*, ondt i, maven'),
  activity('physicalHealth', 'dietAdvice', 'kostvejled*, diætist*, kostråd*, ernæringsvejled*'),
  activity(
    'physicalHealth',
    'training',
    'motion på recept, træningshold*, træning*, motionshold*, motionscenter*, holdtræning, idrætstilbud',
  ),
  activity('physicalHealth', 'physiotherapy', 'fysioterap*'),
  activity('physicalHealth', 'bloodTest', 'blodprøve*'),
  activity('physicalHealth', 'bloodPressure', 'blodtryk*'),
];
