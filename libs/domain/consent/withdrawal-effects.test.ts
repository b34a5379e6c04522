import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { actors } from '../../../test/factories/plan-actors.js';
import { codeOf, type Life, life } from '../../../test/factories/plan-life.js';
import type { GrantedKind } from './consent.types.js';
import { existingPlansFrom } from './covered-kinds.js';
import { withdrawalEffects, type WithdrawalEffects } from './withdrawal-effects.js';

function effects(
  before: Life,
  participantId: string,
  keep: readonly GrantedKind[] | null = null,
): WithdrawalEffects {
  return withdrawalEffects(before.state, participantId, keep, { actor: actors.citizen, at: before.at });
}

const met = life().started().withConsent('psychiatry', 'jobCentre').asked('jobCentre').withMeeting();

describe('before a consent is withdrawn', () => {
  it('it is told what the recipient loses, everything of it', () => {
    expect(effects(met, 'jobCentre')).toMatchObject({ keeps: [], loses: [...commands.ALL_KINDS] });
  });

  it('it is told which meetings the recipient leaves, and that the request for plans ends', () => {
    expect(effects(met, 'jobCentre')).toMatchObject({ leavesMeetings: ['meeting-1'], endsGathering: true });
    expect(effects(met, 'psychiatry')).toMatchObject({ leavesMeetings: ['meeting-1'], endsGathering: false });
  });

  it('it is told which agreements are left without whoever is responsible', () => {
    const agreed = met
      .does(commands.setGoal())
      .does((at) => commands.makeAgreement('agreement-1', at, { responsibleParticipantId: 'jobCentre' }));
    expect(effects(agreed, 'jobCentre').openAgreements).toEqual(['agreement-1']);
  });

  it('it is told what another basis keeps open', () => {
    const based = met.does((at) => commands.recordBasis('basis-1', 'jobCentre', at, { kinds: ['goals'] }));
    expect(effects(based, 'jobCentre')).toMatchObject({
      keeps: ['course', 'goals'],
      otherBases: ['basis-1'],
    });
    expect(effects(based, 'jobCentre').leavesMeetings).toEqual([]);
  });

  it('it is told what stays when it is only narrowed', () => {
    const narrowed = effects(met, 'jobCentre', ['goals', 'followUp']);
    expect(narrowed.keeps).toEqual(['course', 'goals', 'followUp']);
    expect(narrowed.loses).toContain('crisisPlan');
    expect(narrowed.leavesMeetings).toEqual([]);
  });

  it('it is told which sources of existing plans stay', () => {
    const psychiatry = existingPlansFrom('psychiatry');
    const sourced = met.does(
      (at) => commands.giveConsent('consent-9', [commands.grant('jobCentre', at, { kinds: [psychiatry] })]),
      'citizen',
    );
    const kept = effects(sourced, 'jobCentre', [psychiatry]);
    expect(kept.keeps).toEqual(['course', psychiatry]);
    expect(kept.loses).toContain(existingPlansFrom('citizen'));
  });

  it('nothing is changed by asking', () => {
    const before = JSON.stringify(met.state);
    effects(met, 'jobCentre');
    expect(JSON.stringify(met.state)).toBe(before);
  });

  it.each([
    ['nobody’s', 'nobody', null, 'PARTICIPANT.NOT_FOUND'],
    ['the citizen’s', 'citizen', null, 'PARTICIPANT.CITIZEN_FIXED'],
    ['to nothing less', 'jobCentre', [...commands.ALL_KINDS], 'CONSENT.NOT_NARROWER'],
  ] as const)('%s is refused as the withdrawal itself would be', (_what, participantId, keep, code) => {
    expect(codeOf(() => effects(met, participantId, keep))).toBe(code);
  });

  it('what is withdrawn already cannot be withdrawn', () => {
    const withdrawn = met.does({ type: 'withdrawConsent', participantId: 'jobCentre' }, 'citizen');
    expect(codeOf(() => effects(withdrawn, 'jobCentre'))).toBe('CONSENT.NOTHING_TO_WITHDRAW');
  });
});
