import type { CastName } from '../../../apps/local/demonstration/cast.js';
import type { Instant } from '../../../libs/domain/calendar/index.js';
import type { InformationKind } from '../../../libs/domain/consent/consent.types.js';
import { DeskPart } from './desk-part.js';

/** What the citizen lets others know. */
export class ConsentDesk extends DeskPart {
  attempt(names: readonly CastName[], outcome: 'notReached' | 'postponed' | 'askedAgain'): Promise<unknown> {
    return this.command('POST', 'consent-attempts', {
      participantIds: names.map((name) => this.participant(name)),
      outcome,
      place: 'Telefon',
      minutesSpent: 15,
    });
  }

  give(
    consent: string,
    kindsOf: Readonly<Partial<Record<CastName, readonly InformationKind[]>>>,
    period: { from: Instant; to: Instant },
  ): Promise<unknown> {
    return this.command('POST', 'consents', {
      consentId: this.id('consent', consent),
      grants: Object.entries(kindsOf).map(([name, kinds]) => ({
        participantId: this.participant(name as CastName),
        kinds,
        ...period,
      })),
      basis: 'serviceAct',
      manner: 'written',
      wordingVersion: '2026-1',
      givenBy: 'citizen',
      place: 'Hjemme hos borgeren',
      minutesSpent: 40,
    });
  }

  confirm(consent: string, name: CastName): Promise<unknown> {
    return this.command('POST', `consents/${this.id('consent', consent)}/confirmations`, {
      participantId: this.participant(name),
    });
  }

  withdraw(name: CastName): Promise<unknown> {
    return this.command('POST', 'consent-withdrawals', { participantId: this.participant(name) });
  }
}
