import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { given, type Life, life } from '../../../test/factories/plan-life.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import { evolve } from '../plan/evolve.js';

const started = life().started();
const consented = started.withConsent('psychiatry', 'jobCentre');
const withdrawal = (participantId: string) => ({ type: 'withdrawConsent', participantId }) as const;

function provisional(): Life {
  return started
    .withParticipant('substance')
    .does((at) => commands.giveConsent('consent-1', [commands.grant('substance', at)]));
}

function knows(one: Life, participantId: string): boolean {
  return mayKnow(one.state, participantId, one.at);
}

describe('consent', () => {
  it('is awaited for everyone who takes part and has none, for each by its own deadline', () => {
    const joined = started.withParticipant('psychiatry').withParticipant('jobCentre');
    expect(joined.awaitedKinds).toContain('consentDecision');
    expect(joined.awaited.filter((ref) => ref.startsWith('consentDecision'))).toHaveLength(2);
    expect(consented.awaitedKinds).not.toContain('consentDecision');
  });

  it('may be refused, which is an answer too: nobody waits any longer, and the others go on', () => {
    const refused = given(started.withParticipant('psychiatry'))
      .when({ type: 'refuseConsent', participantId: 'psychiatry', reason: null })
      .then({ type: 'consentRefused' });
    expect(refused.awaitedKinds).not.toContain('consentDecision');
    expect(knows(refused, 'psychiatry')).toBe(false);
  });

  it('refused after it was given also ends what was given', () => {
    given(consented)
      .when({ type: 'refuseConsent', participantId: 'psychiatry', reason: null })
      .then({ type: 'consentWithdrawn', participantId: 'psychiatry' }, { type: 'consentRefused' });
  });

  it('recorded by whoever profits from it stays provisional, and nothing flows on it', () => {
    expect(knows(provisional(), 'substance')).toBe(false);
    expect(provisional().awaitedKinds).toContain('consentConfirmation');
    expect(provisional().notices.map(({ kind }) => kind)).toContain('consentConfirmation');
  });

  it.each([
    ['whose organisation was left out', { organisationId: null }, undefined],
    [
      'who takes part for an organisation above theirs',
      { organisationId: 'org-municipality', worksIn: ['org-treatment', 'org-municipality'] },
      ['org-treatment', 'org-municipality'],
    ],
  ])('recorded by a colleague of somebody %s stays provisional', (_who, part, actorWorksIn) => {
    const recorded = started.withParticipant('substance', part).does((at) => ({
      ...commands.giveConsent('consent-1', [commands.grant('substance', at)]),
      ...(actorWorksIn === undefined ? {} : { actorWorksIn }),
    }));
    expect(recorded.state.grants['consent-1:0']?.status).toBe('provisional');
    expect(knows(recorded, 'substance')).toBe(false);
    given(recorded)
      .when(
        {
          type: 'confirmConsent',
          consentId: 'consent-1',
          participantId: 'substance',
          ...(actorWorksIn === undefined ? {} : { actorWorksIn }),
        },
        'deputy',
      )
      .thenRefused('PLAN.NOT_FOUND');
  });

  it('recorded by others over the citizen’s own no opens nothing before it is confirmed', () => {
    const no = started
      .withConsent('psychiatry')
      .does({ type: 'withdrawConsent', participantId: 'psychiatry' }, 'citizen');
    const again = { ...commands.giveConsent('consent-2', [commands.grant('psychiatry', no.at)]) };
    const recorded = no.does({ ...again, manner: 'oral' }, 'coordinator');
    expect(knows(recorded, 'psychiatry')).toBe(false);
    const confirm = { type: 'confirmConsent', consentId: 'consent-2', participantId: 'psychiatry' } as const;
    const confirmed = recorded.does(confirm, 'citizen');
    expect(knows(confirmed, 'psychiatry')).toBe(true);
    expect(confirmed.state.settled).toEqual({});
    expect(knows(no.does(again, 'citizen'), 'psychiatry')).toBe(true);
    const lapsed = recorded
      .passing(60)
      .does({ ...again, consentId: 'consent-3', manner: 'oral' }, 'coordinator');
    expect(knows(lapsed, 'psychiatry')).toBe(false);
  });

  it('recorded by the citizen is never provisional', () => {
    expect(knows(started.withConsent('substance'), 'substance')).toBe(true);
  });

  it('that is provisional counts from the moment the citizen or a second person confirms it', () => {
    const confirm = { type: 'confirmConsent', consentId: 'consent-1', participantId: 'substance' } as const;
    expect(knows(provisional().does(confirm, 'citizen'), 'substance')).toBe(true);
    const seconded = provisional().withConsent('psychiatry').does(confirm, 'psychiatry');
    expect(knows(seconded, 'substance')).toBe(true);
  });

  it('that is confirmed takes the place of an earlier one that it covers altogether', () => {
    const earlier = started
      .withConsent('substance')
      .passing(30)
      .does((at) => commands.giveConsent('consent-2', [commands.grant('substance', at)]), 'substance');
    expect(Object.keys(earlier.state.grants)).toEqual(['consent-1:0', 'consent-2:0']);
    const confirmed = given(earlier)
      .when({ type: 'confirmConsent', consentId: 'consent-2', participantId: 'substance' }, 'citizen')
      .then({
        type: 'consentConfirmed',
        grantIds: ['consent-2:0'],
        replacedGrantIds: ['consent-1:0'],
      });
    expect(Object.keys(confirmed.state.grants)).toEqual(['consent-2:0']);
    expect(confirmed.passing(300).steps).not.toContain('askConsentRenewal');
  });

  it('that is confirmed leaves an earlier one standing that says more', () => {
    const earlier = started
      .withConsent('substance')
      .passing(30)
      .does(
        (at) => commands.giveConsent('consent-2', [commands.grant('substance', at, { kinds: ['survey'] })]),
        'substance',
      );
    given(earlier)
      .when({ type: 'confirmConsent', consentId: 'consent-2', participantId: 'substance' }, 'citizen')
      .then({ type: 'consentConfirmed', replacedGrantIds: [] });
  });

  it('confirmed before confirmations told what they replace is read as it always was', () => {
    const before = provisional();
    const { seq, updatedAt: at } = before.state;
    const event = {
      type: 'consentConfirmed',
      consentId: 'consent-1',
      participantId: 'substance',
      grantIds: ['consent-1:0'],
    } as const;
    const state = evolve(before.state, { seq: seq + 1, at, event });
    expect(state.grants['consent-1:0']?.status).toBe('given');
  });

  it('that nobody confirms in time lapses, after one reminder to the citizen', () => {
    const later = provisional().passing(30);
    expect(later.history).toContain('provisionalConsentLapsed');
    expect(later.steps.filter((step) => step === 'remindConsentConfirmation')).toHaveLength(1);
    expect(later.awaitedKinds).not.toContain('consentDecision');
  });

  it('that is provisional is not awaited of somebody who has left', () => {
    const left = provisional().does({
      type: 'removeParticipant',
      participantId: 'substance',
      reason: 'left',
    });
    expect(left.awaitedKinds).not.toContain('consentConfirmation');
  });

  it('withdrawn ends everything to that recipient in the same second: invitation, request and all', () => {
    const invited = consented.asked('jobCentre').withMeeting();
    const after = given(invited)
      .when(withdrawal('jobCentre'), 'citizen')
      .then(
        { type: 'consentWithdrawn', participantId: 'jobCentre' },
        { type: 'invitationWithdrawn', participantId: 'jobCentre' },
        { type: 'gatheringWithdrawn', participantId: 'jobCentre', reason: 'rightEnded' },
      );
    expect(knows(after, 'jobCentre')).toBe(false);
    expect(knows(after, 'psychiatry')).toBe(true);
    expect(after.awaited.some((ref) => ref.includes('jobCentre'))).toBe(false);
  });

  it('given again after a withdrawal brings a new invitation and a new request to ask', () => {
    const again = consented
      .asked('jobCentre')
      .withMeeting()
      .does(withdrawal('jobCentre'), 'citizen')
      .withConsent('jobCentre')
      .attended();
    expect(again.eventsOf('participantsInvited').at(-1)?.participantIds).toEqual(['jobCentre']);
    expect(again.awaitedKinds).toContain('gatheringRequest');
    expect(again.asked('jobCentre').eventsOf('gatheringRequested').at(-1)?.round).toBe(2);
  });

  it('can be narrowed to the bare fact of the course, which every consent holds', () => {
    const narrowed = given(consented)
      .when({ type: 'narrowConsent', participantId: 'jobCentre', keep: ['course'] }, 'citizen')
      .then({ type: 'consentNarrowed', keep: ['course'] });
    expect(knows(narrowed, 'jobCentre')).toBe(true);
  });

  it('narrowed below what a draft shows takes the recipient out of the approval', () => {
    const submitted = consented.withDraft().submitted();
    const narrowed = submitted.does({ type: 'narrowConsent', participantId: 'jobCentre', keep: ['survey'] });
    expect(narrowed.awaited.some((ref) => /draftApproval.*jobCentre/.test(ref))).toBe(false);
    const approved = narrowed
      .does({ type: 'approveDraft', participantId: 'citizen' }, 'citizen')
      .does({ type: 'approveDraft', participantId: 'psychiatry' });
    expect(approved.history).toContain('versionLocked');
  });

  it('is raised with the citizen six weeks before its end, and once more two weeks before', () => {
    const later = consented.passing(365);
    const asked = later.steps.filter((step) => step.endsWith('ConsentRenewal'));
    expect(asked).toEqual(['askConsentRenewal', 'escalateConsentRenewal']);
    expect(later.notices.filter(({ kind }) => kind === 'consentRenewal')).toHaveLength(2);
  });

  it('for a short time is not raised at once, as if it had been about to end', () => {
    const short = started
      .withParticipant('psychiatry')
      .does(
        (at) =>
          commands.giveConsent('consent-1', [
            commands.grant('psychiatry', at, { to: commands.daysAfter(at, 30) }),
          ]),
        'citizen',
      )
      .passing(1);
    expect(short.steps).not.toContain('askConsentRenewal');
  });

  it('that is renewed is not raised again before the new one nears its end', () => {
    const renewed = consented.passing(330).withConsent('psychiatry', 'jobCentre');
    expect(renewed.eventsOf('consentGiven').at(-1)?.replacedGrantIds).toHaveLength(2);
    expect(renewed.passing(60).history).not.toContain('consentExpired');
    expect(renewed.passing(60).steps.filter((step) => step === 'escalateConsentRenewal')).toHaveLength(0);
  });

  it('that nobody renews lapses at its end, and nobody waits for a new decision', () => {
    const later = consented.passing(370);
    expect(later.history).toContain('consentExpired');
    expect(later.awaitedKinds).not.toContain('consentDecision');
    expect(knows(later, 'psychiatry')).toBe(false);
  });

  it('opens nothing after its end even if the process was away', () => {
    expect(knows(consented.unattended(370), 'psychiatry')).toBe(false);
  });

  it('runs on while the plan is on hold', () => {
    expect(consented.held().passing(370).history).toContain('consentExpired');
  });

  it('can be withdrawn even after the end', () => {
    given(consented.ended('moved'))
      .when(withdrawal('psychiatry'), 'citizen')
      .then({ type: 'consentWithdrawn' });
  });

  it('is not the only basis: a recorded one opens what it names until its end, and the coordinator is told', () => {
    const based = started
      .withParticipant('psychiatry')
      .does((at) => commands.recordBasis('basis-1', 'psychiatry', at));
    expect(knows(based, 'psychiatry')).toBe(true);
    const later = based.passing(40);
    expect(later.history).toContain('basisEnded');
    expect(knows(later, 'psychiatry')).toBe(false);
    expect(later.awaitedKinds).not.toContain('consentDecision');
    expect(later.notices.some(({ kind }) => kind === 'coordinatorTold')).toBe(true);
  });
});
