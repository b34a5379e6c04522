import { describe, expect, it } from '@jest/globals';
import { given, life } from '../../../test/factories/plan-life.js';
import * as commands from '../../../test/factories/plan-commands.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import type { CommandOf } from '../plan/plan.types.js';

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

  it.each<[string, Partial<CommandOf<'addParticipant'>>, string | null]>([
    ['the organisation in which they work, left out', { organisationId: null }, 'org-ward'],
    ['the organisation in which they work', { organisationId: 'org-ward' }, 'org-ward'],
    ['one above it', { organisationId: 'org-psychiatry' }, 'org-psychiatry'],
  ])('for an authority is for %s', (_what, part, organisationId) => {
    const worksIn = ['org-ward', 'org-psychiatry', 'org-region'];
    given(started)
      .when(commands.addParticipant('psychiatry', { ...part, worksIn }))
      .then({ type: 'participantAdded', organisationId });
  });

  it('for an authority needs somebody who works there', () => {
    const add = (change: Partial<CommandOf<'addParticipant'>>): CommandOf<'addParticipant'> =>
      commands.addParticipant('psychiatry', change);
    given(started)
      .when(add({ organisationId: 'org-ward', worksIn: ['org-psychiatry'] }))
      .thenRefused('PARTICIPANT.OTHER_ORGANISATION');
    given(started)
      .when(add({ organisationId: 'org-psychiatry', worksIn: [] }))
      .thenRefused('PARTICIPANT.ORGANISATION_MISSING');
  });

  it('as a person is for no organisation, wherever they work', () => {
    const working = { worksIn: ['org-job-centre'] };
    given(started)
      .when(commands.addParticipant('relative', working))
      .then({ type: 'participantAdded', organisationId: null });
    given(started)
      .when(commands.addParticipant('relative', { ...working, organisationId: 'org-job-centre' }))
      .thenRefused('PARTICIPANT.OTHER_ORGANISATION');
  });

  it('goes over only to somebody who works in the party’s organisation, or in one below it', () => {
    const replaced = (worksIn: readonly string[], participantId = 'psychiatry') =>
      ({
        type: 'replaceParticipant',
        participantId,
        personId: 'person-other',
        channel: 'mail',
        worksIn,
      }) as const;
    given(consented)
      .when(replaced(['org-ward', 'org-psychiatry']))
      .then({ type: 'participantReplaced' });
    for (const elsewhere of [[], ['org-job-centre'], ['org-region']]) {
      given(consented).when(replaced(elsewhere)).thenRefused('PARTICIPANT.OTHER_ORGANISATION');
    }
  });

  it('as a person goes over to nobody: another is added, whom no earlier consent reaches', () => {
    given(consented)
      .when({
        type: 'replaceParticipant',
        participantId: 'relative',
        personId: 'person-aunt',
        channel: 'mail',
        worksIn: ['org-job-centre'],
      })
      .thenRefused('PARTICIPANT.NOT_REPLACEABLE');
    const aunt = consented
      .does(leaves('relative'))
      .withParticipant('relative', { participantId: 'aunt', personId: 'person-aunt' });
    expect(mayKnow(aunt.state, 'aunt', aunt.at)).toBe(false);
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
