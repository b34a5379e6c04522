import { describe, expect, it } from '@jest/globals';
import { actors, organisations } from '../../../test/factories/plan-actors.js';
import { type CommandAt, given, life } from '../../../test/factories/plan-life.js';
import { opened } from '../../../test/property/opened.js';
import { INFORMATION_KINDS } from '../consent/consent.types.js';
import { disclosureWindows } from '../disclosure/disclosure-windows.js';
import { knowsOfPlan, sightOf } from '../disclosure/sight.js';
import type { Actor } from '../plan/actor.js';
import { planRolesOf } from '../plan/rights.js';
import { actingBy } from '../standing/standing.js';

type Person = Extract<Actor, { kind: 'person' }>;
const colleague = actors.psychiatryColleague as Person;

const invited = life().started().withConsent('psychiatry', 'relative').withMeeting();
const sends = (deputyPersonId: string, participantId = 'psychiatry'): CommandAt => ({
  type: 'respondToInvitation',
  meetingId: 'meeting-1',
  participantId,
  response: 'declined',
  deputyPersonId,
});
const deputised = invited.does(sends(colleague.personId), 'psychiatry');

describe('whoever comes to a meeting instead', () => {
  it('is told, and sees what the represented one sees, until the meeting is over', () => {
    expect(deputised.notices.at(-1)).toMatchObject({
      kind: 'meetingDeputy',
      recipient: { kind: 'person', personId: colleague.personId },
      meetingId: 'meeting-1',
    });
    const { state, at } = deputised;
    expect(knowsOfPlan(invited.state, colleague, at)).toBe(false);
    expect(planRolesOf(state, colleague, at)).toEqual(['meetingDeputy']);
    const allowed = (actor: Actor): string[] =>
      INFORMATION_KINDS.filter((kind) => sightOf(state, actor, at).answers[kind].allowed);
    expect(allowed(colleague)).toEqual(allowed(actors.psychiatry));
    expect(opened(disclosureWindows(state), colleague, at)).toEqual(
      opened(disclosureWindows(state), actors.psychiatry as Person, at),
    );
    const end = state.meetings['meeting-1']?.to ?? '';
    expect(knowsOfPlan(state, colleague, end)).toBe(false);
    expect(opened(disclosureWindows(state), colleague, end).size).toBe(0);
  });

  it('gives no answer in the name of the represented one', () => {
    const answer = { type: 'changeChannel', participantId: 'psychiatry', channel: 'letter' } as const;
    given(deputised).when(answer, 'psychiatryColleague').thenRefused('ACTOR.NOT_PERMITTED');
  });

  it('works in the same organisation, and comes for nobody who takes part as a person', () => {
    given(invited).when(sends('person-job-centre')).thenRefused('MEETING.DEPUTY_FROM_ELSEWHERE');
    given(invited).when(sends('person-psychiatry')).thenRefused('MEETING.DEPUTY_FROM_ELSEWHERE');
    given(invited).when(sends(colleague.personId, 'relative')).thenRefused('MEETING.DEPUTY_FROM_ELSEWHERE');
  });

  it('sees nothing once they work elsewhere, and who was invited answers anew', () => {
    const elsewhere = actingBy(colleague, { worksIn: [organisations.jobCentre], roles: ['practitioner'] });
    expect(knowsOfPlan(deputised.state, elsewhere, deputised.at)).toBe(false);
    expect(opened(disclosureWindows(deputised.state), elsewhere, deputised.at).size).toBe(0);
    const after = deputised.does(
      { type: 'reportEmployment', personId: colleague.personId, worksIn: [], worksAs: [] },
      'process',
    );
    expect(after.history.at(-1)).toBe('meetingDeputyLeft');
    const invitation = after.state.meetings['meeting-1']?.invitations['psychiatry'];
    expect(invitation).toMatchObject({ response: null, deputyPersonId: null });
    expect(invitation?.answeredAt).toBeUndefined();
    expect(after.awaitedKinds).toContain('invitationResponse');
    expect(after.notices.at(-1)).toMatchObject({ kind: 'invitationReminder' });
  });

  it('is no longer once the represented one comes after all', () => {
    const comes = deputised.does({
      type: 'respondToInvitation',
      meetingId: 'meeting-1',
      participantId: 'psychiatry',
      response: 'accepted',
      deputyPersonId: null,
    });
    expect(knowsOfPlan(comes.state, colleague, comes.at)).toBe(false);
  });
});
