import { activity, burden, type Concept, demand } from './concept.types.js';

/** Rusmiddel: the parties still write "misbrug", so it is recognised here. */
export const substanceConcepts: Concept[] = [
  burden(
    'substance',
    'substance',
    'rusmid*, misbrug*, afhængighed*, rus, abstinent >stop, rusfri >stop, afrusning >stop, clean >stop, fri for rus >stop',
  ),
  burden(
    'substance',
    'alcohol',
    [
      'alkohol*, drikke !vand* !kaffe* !te !saft* !væske* !sodavand* !mælk*, drak !vand* !kaffe*, drukket, druk, drikkeri*',
      'drikkemål, drikning, øl, spiritus, sprut, snaps, vin, bajer, bajere, genstande, promille, antabus >stop',
      'ædru* >stop, tørlagt >stop, flaske, flasken',
    ],
    { parent: 'substance' },
  ),
  burden(
    'substance',
    'drugs',
    'stof, stoffer, stofmis*, stoffri* >stop, narko*, euforiser*, stofbrug, stofindtag',
    {
      parent: 'substance',
    },
  ),
  burden(
    'substance',
    'cannabis',
    'hash*, cannabis*, joint, joints, pot, skunk, tjald, ryge fed, ryge joint',
    {
      parent: 'drugs',
    },
  ),
  burden('substance', 'stimulants', 'kokain*, coke, amfetamin*, speed, ecstasy, mdma, sniffe', {
    parent: 'drugs',
  }),
  burden('substance', 'opioids', 'heroin*, opioid*, opiat*, morfika*', { parent: 'drugs' }),
  burden(
    'substance',
    'nicotine',
    'cigaret*, rygestop >stop, rygning, ryge !hash* !joint* !pot !cannabis* !fed !skunk, nikotin*, tobak*, smøger, røgfri >stop',
  ),
  burden('substance', 'relapse', 'tilbagefald*', { generic: true }),
  activity(
    'substance',
    'substitution',
    'metadon*, methadon*, buprenorphin*, buprenorfin*, suboxone, subutex, buvidal, substitution*, heroinbehandling',
  ),
  activity(
    'substance',
    'controlledDrinking',
    'kontrolleret drikning, moderat drik*, moderat alkohol*, drikkemål, mådehold',
  ),
  activity(
    'substance',
    'harmReduction',
    'skadesreduk*, stofindtagelsesrum*, rent værktøj, fixerum*, sprøjteudlevering, kanyleudlevering',
  ),
  activity('substance', 'antabus', 'antabus*'),
  activity(
    'substance',
    'urineTest',
    'urinprøve*, urinkontrol*, urintest*, rusmiddeltest*, stoftest*, rustest*',
  ),
  activity(
    'substance',
    'substanceTreatment',
    'rusmiddelbehandling, misbrugsbehandling, alkoholbehandling, stofbehandling',
  ),
  activity('substance', 'relapsePrevention', 'tilbagefaldsforebyg*, forebygge tilbagefald', {
    generic: true,
  }),
  activity('substance', 'detox', 'afrusning*, afgiftning*'),
  demand(
    'substance',
    'abstinence',
    'afholden*, fuld abstinens, total abstinens, abstinenskrav, nultolerance',
  ),
];
