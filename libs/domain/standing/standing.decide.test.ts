import { describe, expect, it } from '@jest/globals';
import { actors, organisations, personOf } from '../../../test/factories/plan-actors.js';
import * as commands from '../../../test/factories/plan-commands.js';
import { codeOf, type CommandAt, given, type Life, life } from '../../../test/factories/plan-life.js';
import { sightOf } from '../disclosure/sight.js';
import type { Actor } from '../plan/actor.js';
import { decide } from '../plan/decide.js';
import { planRolesOf } from '../plan/rights.js';
import { waitState } from '../plan/wait-state.js';

const leader: Actor = {
  ...(actors.otherTeamLeader as Extract<Actor, { kind: 'person' }>),
  personId: 'person-psychiatry-leader',
  organisationId: organisations.psychiatry,
  worksIn: [organisations.psychiatry],
};

const left = (name: Parameters<typeof personOf>[0]): CommandAt => ({
  type: 'reportEmployment',
  personId: personOf(name),
  worksIn: [],
  worksAs: [],
});
const back = (name: Parameters<typeof personOf>[0]): CommandAt => ({
  type: 'reportEmployment',
  personId: personOf(name),
});
const colleague: CommandAt = {
  type: 'replaceParticipant',
  participantId: 'psychiatry',
  personId: 'person-psychiatry-2',
  channel: 'mail',
};

const asked = life().started().withConsent('psychiatry', 'jobCentre').asked('psychiatry', 'jobCentre');
const gone = asked.does(left('psychiatry'), 'process');

function refs(plan: Life, kind: string): string[] {
  return plan.awaited.filter((ref) => ref.startsWith(kind));
}

describe('whoever answered for an authority and works there no more', () => {
  it('leaves a task with a deadline to the coordinator, and a question to the authority’s leader', () => {
    expect(gone.history.slice(-2)).toEqual(['representativeLeft', 'taskRaised']);
    expect(gone.eventsOf('taskRaised').at(-1)).toMatchObject({
      kind: 'representativeLeft',
      participantId: 'psychiatry',
    });
    const told = gone.notices.slice(asked.notices.length);
    expect(told.map(({ kind, recipient }) => [kind, recipient.kind])).toEqual([
      ['representativeMissing', 'partyLeader'],
      ['taskRaised', 'coordinator'],
    ]);
    expect(told.every(({ discloses }) => discloses === null)).toBe(true);
  });

  it('is not waited for: what is awaited waits for the organisation and is not withdrawn', () => {
    expect(refs(gone, 'gatheringAnswer')).toEqual(['gatheringAnswer:jobCentre:1']);
    expect(gone.state.gatheringRequests['psychiatry']?.answer).toBeNull();
    expect(waitState(gone.state).waitingFor).toContain('representativeNamed');
    expect(waitState(gone.state).waitingOn).toContain('regionalPsychiatry');
    const settled = gone.does((_at) => ({
      type: 'completeTask',
      taskId: Object.keys(gone.state.tasks)[0] ?? '',
      note: null,
    }));
    expect(waitState(settled.state).summary).toContain('regionspsykiatrien');
  });

  it('is not reminded; the leader and the coordinator are, then the team leader is told', () => {
    const later = gone.passing(21);
    const toPsychiatry = later.notices
      .slice(gone.notices.length)
      .filter(
        ({ recipient }) => recipient.kind === 'participant' && recipient.participantId === 'psychiatry',
      );
    expect(toPsychiatry).toEqual([]);
    expect(later.steps).toContain('remindToNameRepresentative');
    expect(later.steps).toContain('escalateRepresentative');
    const leaders = later.notices.filter(({ recipient }) => recipient.kind === 'partyLeader');
    expect(leaders.length).toBeGreaterThan(2);
  });

  it('is told once: again it changes nothing', () => {
    given(gone).when(left('psychiatry'), 'process').thenNothing();
  });

  it('stands again if they are back before anybody was named, and is asked what is open', () => {
    const returned = gone.does(back('psychiatry'), 'process');
    expect(returned.history).toContain('representativeReturned');
    expect(returned.history.at(-1)).toBe('taskClosed');
    expect(refs(returned, 'gatheringAnswer')).toContain('gatheringAnswer:psychiatry:1');
    expect(returned.notices.at(-1)).toMatchObject({
      kind: 'gatheringRequest',
      ref: 'gatheringAnswer:psychiatry:1',
    });
  });

  it('is followed by a colleague, who stands in the same consent, is asked what is open, and has the time that was lost', () => {
    const replaced = gone.unattended(9).does(colleague);
    expect(replaced.history.slice(-2)).toEqual(['participantReplaced', 'taskClosed']);
    const { state, at } = replaced;
    const colleagueActor = actors.psychiatryColleague;
    expect(sightOf(state, colleagueActor, at).answers.goals.allowed).toBe(true);
    expect(refs(replaced, 'representativeNamed')).toEqual([]);
    const deadline = (plan: Life): string | undefined =>
      plan.due.find(({ ref }) => ref === 'gatheringAnswer:psychiatry:1')?.at;
    expect((deadline(replaced) ?? '') > (deadline(asked) ?? '')).toBe(true);
    expect(
      replaced.passing(60).answered('psychiatry').state.gatheringRequests['psychiatry']?.answer,
    ).not.toBeNull();
  });

  it('is replaced by their organisation’s leader, who knows nothing but the course, and nothing once it is done', () => {
    expect(planRolesOf(gone.state, leader, gone.at)).toEqual(['partyLeader']);
    const sight = sightOf(gone.state, leader, gone.at);
    const open = Object.entries(sight.answers).filter(([, { allowed }]) => allowed);
    expect(open.map(([kind]) => kind)).toEqual(['course']);
    const give = (participantId: string, worksIn: string[]): string | null =>
      codeOf(() =>
        decide(
          gone.state,
          {
            type: 'replaceParticipant',
            participantId,
            personId: 'person-psychiatry-2',
            channel: 'mail',
            worksIn,
          },
          { at: gone.at, actor: leader },
        ),
      );
    expect(give('psychiatry', [organisations.psychiatry])).toBeNull();
    expect(give('psychiatry', [organisations.jobCentre])).toBe('PARTICIPANT.OTHER_ORGANISATION');
    expect(give('jobCentre', [organisations.jobCentre])).toBe('ACTOR.NOT_PERMITTED');
    expect(planRolesOf(asked.state, leader, gone.at)).toEqual([]);
    expect(planRolesOf(gone.does(colleague).state, leader, gone.at)).toEqual([]);
    const withdrawn = gone.does({ type: 'withdrawConsent', participantId: 'psychiatry' }, 'citizen');
    expect(planRolesOf(withdrawn.state, leader, withdrawn.at)).toEqual([]);
  });

  it('without a consent is the coordinator’s to settle, and nobody else hears of it', () => {
    const silent = life().started().withParticipant('psychiatry');
    const without = silent.does(left('psychiatry'), 'process');
    expect(without.notices.slice(silent.notices.length).map(({ recipient }) => recipient.kind)).toEqual([
      'coordinator',
    ]);
    expect(without.does(colleague).history.at(-1)).toBe('taskClosed');
  });

  it('loses the invitations, and whoever comes instead is invited anew', () => {
    const meeting = asked.withMeeting();
    expect(Object.keys(meeting.state.meetings['meeting-1']?.invitations ?? {})).toContain('psychiatry');
    const vacant = meeting.does(left('psychiatry'), 'process').attended();
    expect(Object.keys(vacant.state.meetings['meeting-1']?.invitations ?? {})).not.toContain('psychiatry');
    const invited = vacant.does(colleague).attended();
    expect(Object.keys(invited.state.meetings['meeting-1']?.invitations ?? {})).toContain('psychiatry');
  });
});

describe('a coordinator who works there no more', () => {
  const vacant = asked.does(left('coordinator'), 'process');

  it('leaves a plan without a coordinator at once, and the team leader is asked for another', () => {
    expect(vacant.state.coordinatorPersonId).toBeNull();
    expect(vacant.awaitedKinds).toContain('coordinatorNamed');
    expect(vacant.notices.at(-1)).toMatchObject({
      kind: 'coordinatorMissing',
      recipient: { kind: 'teamLeader' },
    });
  });

  it('coordinates again if they are back before anybody was named', () => {
    const returned = vacant.does(back('coordinator'), 'process');
    expect(returned.state).toMatchObject({
      coordinatorPersonId: personOf('coordinator'),
      coordinatorOrganisationId: organisations.keeper,
      vacancy: null,
    });
  });

  it('does not come back over somebody who was named', () => {
    const named = vacant.does(
      { type: 'nameCoordinator', personId: personOf('deputy'), reason: 'x' },
      'teamLeader',
    );
    given(named).when(back('coordinator'), 'process').thenNothing();
  });
});

describe('a deputy and a successor who work there no more', () => {
  const plan = asked
    .does((at) => ({
      type: 'appointDeputy',
      personId: personOf('deputy'),
      from: at,
      to: commands.daysAfter(at, 30),
    }))
    .does({ type: 'proposeHandover', successorPersonId: personOf('successor'), reason: 'x' });

  it('stand in and succeed no more, and the coordinator is told', () => {
    const after = plan.does(left('deputy'), 'process').does(left('successor'), 'process');
    expect(after.history.slice(-2)).toEqual(['deputyEnded', 'successorLeft']);
    expect(after.state).toMatchObject({ deputy: null, proposal: null });
    const told = after.notices.slice(plan.notices.length).map(({ kind }) => kind);
    expect(told).toEqual(['coordinatorTold', 'coordinatorTold']);
  });
});
