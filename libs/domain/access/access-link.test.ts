import { describe, expect, it } from '@jest/globals';
import { employmentOf, organisations } from '../../../test/factories/plan-actors.js';
import * as commands from '../../../test/factories/plan-commands.js';
import { codeOf, type Life, life } from '../../../test/factories/plan-life.js';
import { sightOf } from '../disclosure/sight.js';
import type { Actor } from '../plan/actor.js';
import { decide } from '../plan/decide.js';
import { COMMAND_RULES } from '../plan/command-rules.js';
import { DomainError } from '../plan/errors.js';
import type { PlanCommand } from '../plan/plan.types.js';
import { isCitizensOwn, participantIdsOf, planRolesOf } from '../plan/rights.js';
import { givingRefusal, openingRefusal, standingRefusal, WRONG_CODES } from './access-link.rules.js';
import { type AccessLink, LINK_PURPOSES, type LinkPurpose } from './access-link.types.js';
import { LINK_OPERATIONS } from './link-operations.js';
import { OPERATION_RULES } from './operation-rules.js';
import { checkWithinLink } from './within-link.js';

/** Where the holder works. */
const THEIRS = employmentOf('psychiatry');

const consented = life().started().withConsent('psychiatry', 'jobCentre');

function linkOf({ state, at }: Life, over: Partial<AccessLink> = {}): AccessLink {
  return {
    linkId: 'link-1',
    planId: state.planId,
    participantId: 'psychiatry',
    personId: state.participants['psychiatry']?.personId ?? '',
    purpose: 'readPlan',
    expiresAt: commands.daysAfter(at, 3),
    revokedAt: null,
    usedAt: null,
    wrongCodes: 0,
    ...over,
  };
}

function byLink(plan: Life, over: Partial<AccessLink> = {}): Extract<Actor, { kind: 'person' }> {
  const { linkId, planId, participantId, purpose, personId } = linkOf(plan, over);
  const link = { linkId, planId, participantId, purpose };
  return {
    kind: 'person',
    personId,
    organisationId: null,
    organisationRoles: [],
    worksIn: [organisations.psychiatry],
    link,
  };
}

describe('a link', () => {
  it('can be opened in its time by who it was given to', () => {
    const { state, at } = consented;
    expect(openingRefusal(linkOf(consented), state, THEIRS, at)).toBeNull();
    expect(openingRefusal(linkOf(consented, { wrongCodes: WRONG_CODES - 1 }), state, THEIRS, at)).toBeNull();
  });

  it.each([
    [{ revokedAt: '2027-03-01T09:00:00.000Z' }, 'ACCESS_LINK.REVOKED'],
    [{ usedAt: '2027-03-01T09:00:00.000Z' }, 'ACCESS_LINK.USED'],
    [{ wrongCodes: WRONG_CODES }, 'ACCESS_LINK.LOCKED'],
    [{ expiresAt: consented.at }, 'ACCESS_LINK.EXPIRED'],
    [{ personId: 'person-before' }, 'ACCESS_LINK.PERSON_LEFT'],
    [{ participantId: 'nobody' }, 'ACCESS_LINK.PERSON_LEFT'],
  ] as const)('that is %j opens nothing: %s', (over, refusal) => {
    expect(openingRefusal(linkOf(consented, over), consented.state, THEIRS, consented.at)).toBe(refusal);
  });

  it.each<[string, Life, string]>([
    [
      'the consent was withdrawn',
      consented.does({ type: 'withdrawConsent', participantId: 'psychiatry' }),
      'ACCESS_LINK.NO_CONSENT',
    ],
    [
      'the participant was removed',
      consented.does({ type: 'removeParticipant', participantId: 'psychiatry', reason: 'x' }),
      'ACCESS_LINK.PERSON_LEFT',
    ],
    [
      'another took the place',
      consented.does({
        type: 'replaceParticipant',
        participantId: 'psychiatry',
        personId: 'person-psychiatry-2',
        channel: 'mail',
      }),
      'ACCESS_LINK.PERSON_LEFT',
    ],
    ['the plan has ended', consented.ended(), 'ACCESS_LINK.PLAN_OVER'],
  ])('and its session are over once %s', (_what, { state, at }, refusal) => {
    const link = linkOf(consented, { expiresAt: commands.daysAfter(at, 3) });
    expect(openingRefusal(link, state, THEIRS, at)).toBe(refusal);
    expect(standingRefusal({ ...link, usedAt: consented.at }, state, THEIRS, at)).toBe(refusal);
  });

  it('is over when a consent runs out, though nobody has noted it yet', () => {
    const at = commands.daysAfter(consented.at, 800);
    const link = linkOf(consented, { usedAt: consented.at, expiresAt: commands.daysAfter(at, 3) });
    expect(standingRefusal(link, consented.state, THEIRS, at)).toBe('ACCESS_LINK.NO_CONSENT');
  });

  it('and its session are over once the person works there no more', () => {
    const { state, at } = consented;
    const link = linkOf(consented);
    for (const worksIn of [[], [organisations.jobCentre]]) {
      const employment = { worksIn, roles: THEIRS.roles };
      expect(openingRefusal(link, state, employment, at)).toBe('ACCESS_LINK.PERSON_LEFT');
      expect(standingRefusal(link, state, employment, at)).toBe('ACCESS_LINK.PERSON_LEFT');
      const holder = { signsIn: false, employment };
      expect(givingRefusal(state, 'psychiatry', holder, at)).toBe('ACCESS_LINK.HOLDER_LEFT');
    }
  });

  it('is over with a plan that was erased', () => {
    expect(openingRefusal(linkOf(consented), null, THEIRS, consented.at)).toBe('ACCESS_LINK.PLAN_OVER');
  });

  it('ends no session by having been used or by its time to open it being over', () => {
    const used = linkOf(consented, { usedAt: consented.at, expiresAt: consented.at });
    expect(standingRefusal(used, consented.state, THEIRS, consented.at)).toBeNull();
  });
});

describe('giving a link', () => {
  const { state, at } = consented;

  it('is for a participant who may know of the plan, is reached by mail and cannot sign in', () => {
    const byMail = consented.does({ type: 'changeChannel', participantId: 'psychiatry', channel: 'mail' });
    expect(givingRefusal(byMail.state, 'psychiatry', { signsIn: false, employment: THEIRS }, at)).toBeNull();
    expect(givingRefusal(byMail.state, 'psychiatry', { signsIn: true, employment: THEIRS }, at)).toBe(
      'ACCESS_LINK.SIGNS_IN',
    );
    const byLetter = consented.does({
      type: 'changeChannel',
      participantId: 'psychiatry',
      channel: 'letter',
    });
    expect(givingRefusal(byLetter.state, 'psychiatry', { signsIn: false, employment: THEIRS }, at)).toBe(
      'ACCESS_LINK.NOT_BY_MAIL',
    );
  });

  it('is refused for everybody else', () => {
    expect(givingRefusal(state, 'nobody', { signsIn: false, employment: THEIRS }, at)).toBe(
      'PARTICIPANT.NOT_FOUND',
    );
    expect(givingRefusal(state, 'citizen', { signsIn: false, employment: THEIRS }, at)).toBe(
      'ACCESS_LINK.SIGNS_IN',
    );
    const withdrawn = consented.does({ type: 'withdrawConsent', participantId: 'psychiatry' });
    expect(givingRefusal(withdrawn.state, 'psychiatry', { signsIn: false, employment: THEIRS }, at)).toBe(
      'CONSENT.MISSING',
    );
    const removed = consented.does({
      type: 'removeParticipant',
      participantId: 'psychiatry',
      reason: 'x',
    });
    expect(givingRefusal(removed.state, 'psychiatry', { signsIn: false, employment: THEIRS }, at)).toBe(
      'PARTICIPANT.REMOVED',
    );
    expect(
      givingRefusal(consented.ended().state, 'psychiatry', { signsIn: false, employment: THEIRS }, at),
    ).toBe('PLAN.ENDED');
  });
});

describe('who comes by a link', () => {
  it('is that participant and nothing else, whatever else the person is', () => {
    const { state, at } = consented;
    expect(planRolesOf(state, byLink(consented), at)).toEqual(['representative']);
    expect(participantIdsOf(state, byLink(consented))).toEqual(['psychiatry']);
    const coordinator = byLink(consented, { personId: state.coordinatorPersonId ?? '' });
    expect(planRolesOf(state, coordinator, at)).toEqual([]);
    const citizen = byLink(consented, { personId: state.citizenPersonId, participantId: 'citizen' });
    expect(planRolesOf(state, citizen, at)).toEqual([]);
    expect(isCitizensOwn(state, citizen, at)).toBe(false);
    const leader = { ...byLink(consented), organisationId: state.organisationId };
    expect(planRolesOf(state, { ...leader, organisationRoles: ['teamLeader'] }, at)).toEqual([
      'representative',
    ]);
  });

  it('may not know of another plan, nor of another part in this one', () => {
    const { state, at } = consented;
    for (const over of [{ planId: 'plan-2' }, { participantId: 'jobCentre' }]) {
      const actor = byLink(consented, over);
      expect(codeOf(() => sightOf(state, actor, at))).toBe('PLAN.NOT_FOUND');
    }
  });

  const operations = [...Object.keys(OPERATION_RULES), 'openAccessLink'];

  it.each(LINK_PURPOSES)('may by one for %s use the operations of that purpose only', (purpose) => {
    const actor = byLink(consented, { purpose });
    const allowed = operations.filter((operation) => isWithin(actor, operation));
    expect(allowed.sort()).toEqual([...LINK_OPERATIONS[purpose]].sort());
  });

  it('answers for themselves only: every command of a purpose is one that the participant may give', () => {
    const commandsOf = (purpose: LinkPurpose): string[] =>
      LINK_OPERATIONS[purpose].filter((operation) => operation in COMMAND_RULES);
    for (const command of LINK_PURPOSES.flatMap(commandsOf)) {
      expect([command, COMMAND_RULES[command as keyof typeof COMMAND_RULES].bySelf]).toEqual([command, true]);
    }
  });

  it('gives the own answer, no other’s, and nothing that the link is not for though the role may', () => {
    const plan = life().started().withConsent('psychiatry').withDraft().submitted();
    const actor = byLink(plan, { purpose: 'answerDraft' });
    const give = (command: PlanCommand, by: Actor = actor): string | null =>
      codeOf(() => decide(plan.state, command, { at: plan.at, actor: by }));
    expect(give({ type: 'approveDraft', participantId: 'psychiatry' })).toBeNull();
    expect(give({ type: 'approveDraft', participantId: 'citizen' })).toBe('ACTOR.NOT_PERMITTED');
    expect(give(commands.saveSection('survey'))).toBe('ACTOR.NOT_PERMITTED');
    expect(give({ type: 'removeParticipant', participantId: 'psychiatry', reason: 'x' })).toBe(
      'ACTOR.NOT_PERMITTED',
    );
    const otherPurpose = byLink(plan, { purpose: 'readPlan' });
    expect(give({ type: 'approveDraft', participantId: 'psychiatry' }, otherPurpose)).toBe(
      'ACTOR.NOT_PERMITTED',
    );
  });
});

function isWithin(actor: Actor, operation: string): boolean {
  try {
    checkWithinLink(actor, operation);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'ACTOR.NOT_PERMITTED') return false;
    throw error;
  }
}
