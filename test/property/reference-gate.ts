import type { GrantedKind, Purpose } from '../../libs/domain/consent/consent.types.js';
import type { Actor } from '../../libs/domain/plan/actor.js';
import type { CommandOf, PlanCommand } from '../../libs/domain/plan/plan.types.js';
import type { ReferenceStanding } from './reference-standing.js';

interface Permission {
  readonly participantId: string;
  readonly source: string;
  readonly isBasis: boolean;
  readonly givenBy: string;
  kinds: readonly GrantedKind[];
  readonly purpose: Purpose;
  readonly from: string;
  to: string;
  provisional: boolean;
}

interface Recipient {
  personId: string;
  readonly organisationId: string | null;
  readonly role: string;
  gone: boolean;
  /** Said to have a say by one person alone. */
  unconfirmed: boolean;
}

/**
 * The gate told a second time, naively, from the commands that were accepted: a list of permissions with their
 * intervals, cut short when they are withdrawn. It knows no events, no state and nothing of the rules' shape.
 */
export class ReferenceGate {
  private readonly permissions: Permission[] = [];
  private readonly recipients = new Map<string, Recipient>();
  /** Who is to leave, by the citizen's request. */
  private readonly wishes = new Map<string, string>();
  /** Whom the citizen's side has refused or cut off themselves. */
  private readonly ownNos = new Set<string>();
  /** Whom the register has as dead. */
  private readonly dead = new Set<string>();
  /** Whether the citizen's no ended the course. */
  private saidNo = false;
  private citizenPersonId = '';
  private citizenOfAgeAt: string | null = null;

  /** @param standing Who coordinates, and so records for the plan and not for a party. */
  constructor(private readonly standing: Pick<ReferenceStanding, 'coordinates'>) {}

  accept(command: PlanCommand, actor: Actor, at: string): void {
    switch (command.type) {
      case 'startPlan':
        this.citizenPersonId = command.citizenPersonId;
        this.citizenOfAgeAt = command.citizenOfAgeAt;
        this.recipients.set('citizen', {
          personId: command.citizenPersonId,
          organisationId: null,
          role: 'citizen',
          gone: false,
          unconfirmed: false,
        });
        return;
      case 'noteDeath':
        if (command.deceased === true) this.dead.add(command.personId);
        else this.dead.delete(command.personId);
        return;
      case 'endPlan':
        if (command.reason === 'died') this.dead.add(this.citizenPersonId);
        if (command.reason === 'citizenWithdrew') this.endAll(actor, at);
        return;
      case 'withdrawFromCourse':
        this.endAll(actor, at);
        return;
      case 'recordCitizenAnswer':
        if (command.answer === 'no') this.endAll(actor, at);
        return;
      case 'reopenPlan':
        if (this.saidNo) this.ownNos.clear();
        this.saidNo = false;
        return;
      case 'addParticipant':
        this.recipients.set(command.participantId, {
          ...command,
          organisationId: organisationOf(command),
          gone: false,
          unconfirmed: isOfASay(command.role) && command.inRegister !== true,
        });
        return;
      case 'removeParticipant':
        this.recipient(command.participantId).gone = true;
        return;
      case 'makeRequest':
        if (command.kind === 'somebodyLeaves')
          this.wishes.set(command.requestId, command.participantId ?? '');
        return;
      case 'answerRequest': {
        const leaving = this.wishes.get(command.requestId);
        if (command.answer === 'granted' && leaving !== undefined) this.recipient(leaving).gone = true;
        return;
      }
      case 'replaceParticipant': {
        const recipient = this.recipient(command.participantId);
        if (!(command.worksIn ?? []).includes(recipient.organisationId ?? 'none')) {
          throw new Error('somebody from elsewhere answers for a party');
        }
        recipient.personId = command.personId;
        return;
      }
      case 'giveConsent':
        this.checkGiver(command, actor, at);
        for (const { participantId, kinds, purpose, from, to } of command.grants) {
          this.permissions.push({
            participantId,
            source: command.consentId,
            isBasis: false,
            kinds,
            purpose,
            givenBy: command.givenBy,
            from,
            to,
            provisional:
              !this.isOnCitizensSide(actor, at) &&
              (this.ownNos.has(participantId) ||
                this.isOnlyForAParty(actor, at) ||
                gains(actor, command.actorWorksIn ?? [], this.recipient(participantId))),
          });
        }
        for (const one of this.permissions.slice(-command.grants.length)) {
          if (!one.provisional) this.ownNos.delete(one.participantId);
        }
        this.replaceBy(this.permissions.slice(-command.grants.length), at);
        return;
      case 'confirmConsent':
        this.confirmConsent(command.consentId, command.participantId, at);
        return;
      case 'confirmMatter': {
        const [matter, id = '', participantId = ''] = command.confirmationId.split(':');
        if (matter === 'consent') this.confirmConsent(id, participantId, at);
        if (matter === 'part') this.recipient(id).unconfirmed = false;
        if (matter === 'endOfSay') this.recipient(id).gone = true;
        for (const one of this.basesOf(matter === 'basis' ? id : '')) one.provisional = false;
        return;
      }
      case 'rejectMatter': {
        const [matter, id = '', participantId = ''] = command.confirmationId.split(':');
        if (matter === 'consent') this.end(this.consentsOf(participantId), at);
        if (matter === 'part') this.recipient(id).gone = true;
        this.end(this.basesOf(matter === 'basis' ? id : ''), at);
        return;
      }
      case 'narrowConsent':
        for (const one of this.takenBackBy(actor, command.participantId, at)) {
          one.kinds = command.keep.filter((kind) => isNamed(one.kinds, kind));
          if (one.kinds.length === 0) one.to = at;
        }
        return;
      case 'withdrawConsent':
      case 'refuseConsent':
        this.end(this.takenBackBy(actor, command.participantId, at), at);
        if (this.isOnCitizensSide(actor, at)) this.ownNos.add(command.participantId);
        return;
      case 'recordBasis':
        this.permissions.push({
          ...command,
          source: command.basisId,
          isBasis: true,
          purpose: 'coordination',
          givenBy: 'nobody',
          provisional:
            (command.urgentBecause ?? null) === null &&
            (command.kinds.length >= 4 ||
              gains(actor, command.actorWorksIn ?? [], this.recipient(command.participantId))),
        });
        return;
      case 'endBasis':
        this.end(this.basesOf(command.basisId), at);
        return;
      default:
    }
  }

  /** The citizen's no to the whole course ends whatever anybody may know. */
  private endAll(actor: Actor, at: string): void {
    this.saidNo = true;
    const isOwn = this.isOnCitizensSide(actor, at);
    for (const one of this.permissions) {
      if (isOwn && !one.isBasis && at < one.to) this.ownNos.add(one.participantId);
      one.to = one.to < at ? one.to : at;
    }
  }

  /** Cuts short what was just said again, for at least as long, from now on. */
  private replaceBy(said: readonly Permission[], at: string): void {
    const newer = said.filter((one) => !one.provisional && one.from <= at);
    const older = this.permissions.filter((one) => !one.isBasis && !said.includes(one) && at < one.to);
    for (const old of older) {
      const isCovered = newer.some(
        (one) =>
          one.participantId === old.participantId &&
          one.purpose === old.purpose &&
          old.to <= one.to &&
          old.kinds.every((kind) => isNamed(one.kinds, kind)),
      );
      if (isCovered) old.to = at;
    }
  }

  /** What a plan's state should still hold of the consents: those that open something now or later, by source. */
  standingConsents(at: string): string[] {
    return this.permissions
      .filter((one) => !one.isBasis && at < one.to && !this.recipient(one.participantId).gone)
      .map(({ source, participantId }) => `${source} ${participantId}`)
      .sort();
  }

  /** Forgets what nobody confirmed in time, as told by the plan's events. */
  lapse(participantId: string, grantIds: readonly string[], at: string): void {
    for (const one of this.consentsOf(participantId)) {
      const lapses = grantIds.some((grantId) => grantId.startsWith(`${one.source}:`));
      if (one.provisional && lapses) one.to = one.to < at ? one.to : at;
    }
  }

  allows(participantId: string, kind: GrantedKind, purpose: Purpose, at: string): boolean {
    const recipient = this.recipients.get(participantId);
    if (recipient === undefined || recipient.gone || this.isUnconfirmed(recipient, at)) return false;
    if (this.dead.has(recipient.personId)) return false;
    if (recipient.role === 'citizen') return true;
    const citizenLives = !this.dead.has(this.citizenPersonId);
    if (recipient.role === 'custodyHolder' && citizenLives && this.isMinor(at)) return true;
    return this.permissions.some(
      (one) =>
        one.participantId === participantId &&
        (one.isBasis || (citizenLives && one.purpose === purpose)) &&
        isNamed(one.kinds, kind) &&
        !one.provisional &&
        one.from <= at &&
        at < one.to,
    );
  }

  /** Forgets what no second person confirmed in time, as told by the plan's events. */
  lapseMatter(confirmationId: string, at: string): void {
    const [matter, id = ''] = confirmationId.split(':');
    if (matter === 'part') this.recipient(id).gone = true;
    this.end(this.basesOf(matter === 'basis' ? id : ''), at);
  }

  private confirmConsent(consentId: string, participantId: string, at: string): void {
    const confirmed = this.consentsOf(participantId).filter(
      (one) => one.source === consentId && one.provisional,
    );
    for (const one of confirmed) one.provisional = false;
    this.ownNos.delete(participantId);
    this.replaceBy(confirmed, at);
  }

  /** From 15 years on a custody holder takes back nothing that the citizen gave. */
  private takenBackBy(actor: Actor, participantId: string, at: string): Permission[] {
    const all = this.consentsOf(participantId);
    const byParent =
      actor.kind === 'person' &&
      actor.personId !== this.citizenPersonId &&
      this.isOnCitizensSide(actor, at) &&
      !this.isYounger(at, 15);
    return byParent ? all.filter(({ givenBy }) => givenBy !== 'citizen') : all;
  }

  private end(permissions: readonly Permission[], at: string): void {
    for (const one of permissions) one.to = one.to < at ? one.to : at;
  }

  private basesOf(basisId: string): Permission[] {
    return this.permissions.filter((one) => one.isBasis && one.source === basisId);
  }

  private isOnlyForAParty(actor: Actor, at: string): boolean {
    if (actor.kind !== 'person') return false;
    const { personId, worksIn, organisationRoles: roles } = actor;
    if (this.standing.coordinates(personId, { worksIn, roles }, at)) return false;
    return [...this.recipients.values()].some(
      (one) => one.personId === personId && one.organisationId !== null && !one.gone,
    );
  }

  isDead(personId: string): boolean {
    return this.dead.has(personId);
  }

  /** Whether somebody is the citizen or holds custody of them, and so sees all of the plan. */
  isOfCitizensOwn(personId: string, at: string): boolean {
    if (this.isDead(personId)) return false;
    if (personId === this.citizenPersonId) return true;
    return (
      !this.isDead(this.citizenPersonId) &&
      this.isMinor(at) &&
      [...this.recipients.values()].some(
        (one) => one.role === 'custodyHolder' && !one.gone && !one.unconfirmed && one.personId === personId,
      )
    );
  }

  /** Whether somebody takes part as this participant: as themself, or for an authority while they work in it or below it. */
  isPartOf(participantId: string, personId: string, worksIn: readonly string[]): boolean {
    const one = this.recipients.get(participantId);
    if (one === undefined || one.gone || one.personId !== personId) return false;
    return one.organisationId === null || worksIn.includes(one.organisationId);
  }

  /** Whether somebody works in the organisation of this participant, or below it. */
  isColleagueOf(participantId: string, worksIn: readonly string[]): boolean {
    const one = this.recipients.get(participantId);
    return one !== undefined && !one.gone && worksIn.includes(one.organisationId ?? 'none');
  }

  get participantIds(): string[] {
    return [...this.recipients.keys()];
  }

  private recipient(participantId: string): Recipient {
    const recipient = this.recipients.get(participantId);
    if (recipient === undefined)
      throw new Error('a command was accepted for somebody who does not take part');
    return recipient;
  }

  private consentsOf(participantId: string): Permission[] {
    return this.permissions.filter((one) => !one.isBasis && one.participantId === participantId);
  }

  /** Custody needs no second person any more once the citizen is of age: what is left is what they consent to. */
  private isUnconfirmed({ role, unconfirmed }: Recipient, at: string): boolean {
    return unconfirmed && (role !== 'custodyHolder' || this.isMinor(at));
  }

  private isMinor(at: string): boolean {
    return this.citizenOfAgeAt !== null && at < this.citizenOfAgeAt;
  }

  /** No consent stands that its giver could not give, or that somebody else gave in their name. */
  private checkGiver({ givenBy, manner, basis }: CommandOf<'giveConsent'>, actor: Actor, at: string): void {
    const personId = actor.kind === 'person' ? actor.personId : '';
    const givers = [...this.recipients.values()].filter(
      (one) => one.role === givenBy && !one.gone && !one.unconfirmed && !this.dead.has(one.personId),
    );
    const isGiver = givers.some((giver) => giver.personId === personId);
    const wrong =
      (givenBy === 'citizen' && this.isYounger(at, 15)) ||
      (givenBy === 'custodyHolder' && !this.isMinor(at)) ||
      (givenBy === 'guardian' && givers.length === 0) ||
      (basis === 'custodyHolder' && givenBy !== 'custodyHolder') ||
      (manner === 'digital' && !isGiver) ||
      (personId === this.citizenPersonId && givenBy !== 'citizen');
    if (wrong) throw new Error(`a consent was accepted as given by ${givenBy}`);
  }

  private isYounger(at: string, years: number): boolean {
    if (this.citizenOfAgeAt === null) return false;
    const birthday = new Date(this.citizenOfAgeAt);
    birthday.setUTCFullYear(birthday.getUTCFullYear() - 18 + years);
    // Summer time and leap days make no difference here.
    return at < new Date(birthday.getTime() - 2 * 86_400_000).toISOString();
  }

  private isOnCitizensSide(actor: Actor, at: string): boolean {
    if (actor.kind !== 'person') return false;
    if (actor.personId === this.citizenPersonId) return true;
    return [...this.recipients.values()].some(
      ({ role, personId, gone, unconfirmed }) =>
        role === 'custodyHolder' && !gone && !unconfirmed && personId === actor.personId && this.isMinor(at),
    );
  }
}

function isOfASay(role: string): boolean {
  return role === 'custodyHolder' || role === 'guardian';
}

function gains(actor: Actor, worksIn: readonly string[], recipient: Recipient): boolean {
  if (actor.kind !== 'person') return false;
  return (
    actor.personId === recipient.personId ||
    worksIn.some((organisationId) => organisationId === recipient.organisationId)
  );
}

/** The organisation that a consent to the participant is to; none for who takes part as a person. */
function organisationOf({ role, organisationId, worksIn = [] }: CommandOf<'addParticipant'>): string | null {
  if (['custodyHolder', 'relative', 'laySupporter', 'guardian'].includes(role)) return null;
  return organisationId ?? worksIn[0] ?? null;
}

/** The fact of the course goes with everything, and all existing plans are those of each source. */
function isNamed(kinds: readonly GrantedKind[], kind: GrantedKind): boolean {
  const named: readonly string[] = kinds;
  return (
    kind === 'course' ||
    named.includes(kind) ||
    named.includes(kind.replace(/^existingPlans:.*/, 'existingPlans'))
  );
}
