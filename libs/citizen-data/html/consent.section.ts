import type { FullPlan } from '../../reading/full-plan.js';
import * as codes from '../words/code-words.js';
import { danishTime } from '../words/field-words.js';
import type { Html } from './html.js';
import type { Names } from './names.js';
import { section, table, written } from './page-parts.js';

/** Consents, the work of asking for them, and other bases. */
export function consentSection({ consents }: FullPlan, names: Names): Html {
  return section(3, 'Samtykke', [
    table(
      'Samtykker, også dem der er ophørt',
      ['Til', 'Oplysninger', 'Fra', 'Til og med', 'Status', 'Givet', 'Sted'],
      consents.grants.map((one) => [
        names.participant(one.participantId),
        names.kinds(one.grantedKinds),
        danishTime(one.from),
        danishTime(one.endedAt ?? one.to),
        codes.CONSENT_STATUSES[one.status] ?? one.status,
        [
          codes.GIVERS[one.givenBy],
          codes.CONSENT_MANNERS[one.manner].toLowerCase(),
          codes.CONSENT_BASES[one.basis],
          danishTime(one.recordedAt),
          `noteret af ${names.person(one.recordedBy)}`,
        ].join(', '),
        one.place,
      ]),
    ),
    table(
      'Forsøg på at spørge om samtykke',
      ['Hvornår', 'Til', 'Resultat', 'Sted', 'Begrundelse'],
      consents.attempts.map(({ at, participantIds, outcome, place, reason }) => [
        danishTime(at),
        participantIds.map((id) => names.participant(id)).join('; '),
        codes.ATTEMPT_OUTCOMES[outcome] ?? outcome,
        place,
        written(reason),
      ]),
    ),
    table(
      'Oplysninger, der er givet videre uden samtykke',
      ['Til', 'Hjemmel', 'Fra', 'Til og med', 'Begrundelse', 'Omfang', 'Har du fået det at vide?'],
      consents.bases.map((one) => [
        names.participant(one.participantId),
        codes.STATUTORY_BASES[one.basis],
        danishTime(one.from),
        danishTime(one.endedAt ?? one.to),
        written(one.reason),
        written(one.extent),
        one.citizenTold ? 'Ja' : ['Nej', written(one.notToldBecause)],
      ]),
    ),
  ]);
}
