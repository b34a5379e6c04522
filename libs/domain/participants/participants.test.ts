import { describe, expect, it } from '@jest/globals';
import { given, life } from '../../../test/factories/plan-life.js';
import * as commands from '../../../test/factories/plan-commands.js';

const started = life().started();
const consented = started.withConsent('psychiatry', 'relative');
const leaves = (participantId: string) =>
  ({ type: 'removeParticipant', participantId, reason: 'left' }) as const;

describe('taking part', () => {
  it('as a relative is the citizen’s wish, and may end any day', () => {
    given(started)
      .when(commands.addParticipant('relative'))
      .then({ type: 'participantAdded', role: 'relative' });
    given(consented).when(leaves('relative'), 'citizen').then({ type: 'participantRemoved' });
  });

  it('ends by one’s own word, but not by another participant’s', () => {
    given(consented).when(leaves('relative'), 'relative').then({ type: 'participantRemoved' });
    given(consented).when(leaves('relative'), 'psychiatry').thenRefused('ACTOR.NOT_PERMITTED');
  });

  it('ended takes back the invitation at once, and the page with it', () => {
    const removed = given(consented.withMeeting())
      .when(leaves('relative'))
      .then({ type: 'participantRemoved' }, { type: 'invitationWithdrawn', participantId: 'relative' });
    given(removed)
      .when({ type: 'approveDraft', participantId: 'relative' }, 'relative')
      .thenRefused('PLAN.NOT_FOUND');
  });

  it('goes on for a party when another person takes the place, with the same consent', () => {
    const replaced = consented.does({
      type: 'replaceParticipant',
      participantId: 'psychiatry',
      personId: 'person-psychiatry-2',
      channel: 'mail',
    });
    given(replaced)
      .when(commands.saveSection('challenges'), 'psychiatryColleague')
      .then({ type: 'sectionSaved' });
    given(replaced).when(commands.saveSection('challenges'), 'psychiatry').thenRefused('PLAN.NOT_FOUND');
  });

  it('by another channel is noted once', () => {
    const change = { type: 'changeChannel', participantId: 'psychiatry', channel: 'telephone' } as const;
    const changed = given(consented).when(change).then({ type: 'channelChanged', channel: 'telephone' });
    given(changed).when(change).thenNothing();
  });

  it('as the contact person stays when the coordinator changes, and ends with leaving', () => {
    const named = consented.does({ type: 'nameContactPerson', participantId: 'psychiatry' }, 'citizen');
    const other = { type: 'nameCoordinator', personId: 'person-deputy', reason: 'closest' } as const;
    expect(named.does(other, 'teamLeader').state.contactPersonId).toBe('psychiatry');
    expect(named.does(leaves('psychiatry')).state.contactPersonId).toBeNull();
  });
});
