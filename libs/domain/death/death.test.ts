import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { given, type Life, life } from '../../../test/factories/plan-life.js';
import { disclosureWindows } from '../disclosure/disclosure-windows.js';
import { mayDisclose } from '../disclosure/may-disclose.js';
import type { Notice } from '../notice/notice.types.js';
import { refusalOf } from '../notice/notices.js';
import type { CommandOf } from '../plan/plan.types.js';
import { planRolesOf } from '../plan/rights.js';
import { actors } from '../../../test/factories/plan-actors.js';

const noted = (personId: string, deceased = true): CommandOf<'noteDeath'> => ({
  type: 'noteDeath',
  personId,
  deceased,
});
const dies = (one: Life, person = 'citizen'): Life => one.does(noted(`person-${person}`), 'process');
const lives = (one: Life, person = 'citizen'): Life => one.does(noted(`person-${person}`, false), 'process');

const asked = life().started().withConsent('psychiatry', 'relative').asked('psychiatry').withMeeting();
const dead = dies(asked);
const version = life().withVersion();

const reasonFor = (one: Life, participantId: string): string =>
  mayDisclose(one.state, { participantId, kind: 'goals', purpose: 'coordination', at: one.at }).reason;

describe('a citizen’s death', () => {
  it('is a task for the coordinator with a deadline, which climbs to the team leader, also on hold', () => {
    const [task] = Object.values(dead.state.tasks);
    expect(task).toMatchObject({ kind: 'citizenDied', participantId: 'citizen' });
    expect(dead.passing(30).steps.slice(asked.steps.length)).toEqual(['remindTask', 'escalateTask']);
    const held = dies(asked.held());
    expect(held.passing(30).steps.slice(asked.steps.length)).toEqual(['remindTask', 'escalateTask']);
  });

  it('ends from that moment what was consented to, for the gate, the wall and every role', () => {
    expect(reasonFor(asked, 'psychiatry')).toBe('consent');
    expect(reasonFor(dead, 'psychiatry')).toBe('citizenDied');
    expect(reasonFor(dead, 'citizen')).toBe('recipientDied');
    const windows = disclosureWindows(dead.state).map(({ subject, kinds }) => [subject, kinds[0]]);
    expect(windows).toEqual([
      [{ kind: 'person', personId: 'person-coordinator' }, 'everything'],
      [{ kind: 'teamLeader', organisationId: dead.state.organisationId }, 'lead'],
    ]);
    expect(planRolesOf(dead.state, actors.psychiatry, dead.at)).toEqual([]);
    expect(planRolesOf(dead.state, actors.citizen, dead.at)).toEqual([]);
    expect(planRolesOf(dead.state, actors.coordinator, dead.at)).toEqual(['coordinator']);
  });

  it('leaves a statutory basis, which is nobody’s consent', () => {
    const based = life()
      .started()
      .withParticipant('psychiatry')
      .does((at) => commands.recordBasis('basis-1', 'psychiatry', at));
    const after = dies(based);
    const question = { participantId: 'psychiatry', kind: 'crisisPlan', purpose: 'coordination' } as const;
    expect(mayDisclose(after.state, { ...question, at: after.at }).reason).toBe('statutoryBasis');
  });

  it('keeps nobody waiting: nothing is awaited, nobody is silent, no consent expires', () => {
    expect(dead.awaitedKinds).toEqual(['task']);
    const later = dead.passing(400);
    expect(later.eventsOf('consentExpired')).toEqual([]);
    expect(later.eventsOf('invitationWithdrawn')).toEqual([]);
    expect(later.eventsOf('gatheringWithdrawn')).toEqual([]);
    expect(later.notices.slice(asked.notices.length).map(({ recipient }) => recipient.kind)).not.toContain(
      'participant',
    );
  });

  it('invites nobody anew on their consent', () => {
    const joined = life().started().withConsent('psychiatry').withMeeting();
    const consented = joined.withConsent('relative');
    expect(consented.attended().eventsOf('participantsInvited')).toHaveLength(2);
    expect(dies(consented).passing(3).eventsOf('participantsInvited')).toHaveLength(1);
  });

  it('lets nothing be done but to see the course to its end', () => {
    given(dead)
      .when((at) => commands.giveConsent('consent-9', [commands.grant('psychiatry', at)]))
      .thenRefused('PLAN.CITIZEN_DIED');
    given(dead).when(commands.saveSection('survey')).thenRefused('PLAN.CITIZEN_DIED');
    given(dead)
      .when({ type: 'withdrawConsent', participantId: 'psychiatry' }, 'citizen')
      .thenRefused('PLAN.NOT_FOUND');
    given(dead)
      .when({ type: 'cancelMeeting', meetingId: 'meeting-1', reason: 'death' })
      .then({ type: 'meetingCancelled', afterDeath: true });
    given(dead).when(commands.endPlan('died')).then({ type: 'meetingCancelled' }, { type: 'planEnded' });
    given(dead.passing(14))
      .when(commands.recordAttendance('meeting-1', { withoutCitizenReason: 'death' }))
      .then({ type: 'attendanceRecorded' });
  });

  it('tells who was invited, and never the dead, that a meeting is off', () => {
    const off = dead.does({ type: 'cancelMeeting', meetingId: 'meeting-1', reason: 'death' });
    const told = off.notices.slice(dead.notices.length);
    expect(told.map(({ kind, recipient }) => [kind, recipient])).toEqual(
      ['psychiatry', 'relative'].map((participantId) => [
        'meetingCancellation',
        { kind: 'participant', participantId },
      ]),
    );
    for (const notice of told) expect(refusalOf(off.state, notice, off.at)).toBeNull();
  });

  it('keeps back what was written before, until it is taken back or the plan ends', () => {
    const queued = version.notices.find(({ kind }) => kind === 'versionReady') as Notice;
    expect(refusalOf(version.state, queued, version.at)).toBeNull();
    const after = dies(version);
    expect(refusalOf(after.state, queued, after.at)).toBe('waits');
    expect(refusalOf(lives(after).state, queued, after.at)).toBeNull();
    expect(refusalOf(after.ended('died').state, queued, after.at)).toBe('moot');
  });

  it('is said once, and not by a plan in which somebody has no part', () => {
    given(dead).when(noted('person-citizen'), 'process').thenNothing();
    given(asked).when(noted('person-stranger'), 'process').thenNothing();
    given(asked).when(noted('person-citizen', false), 'process').thenNothing();
    given(asked).when(noted('person-citizen')).thenRefused('ACTOR.NOT_PERMITTED');
  });
});

describe('a death that was a mistake', () => {
  it('leaves the plan as it stood, with every deadline as much later', () => {
    const back = lives(dead.passing(10));
    expect(back.awaitedKinds).toEqual(asked.awaitedKinds);
    expect(reasonFor(back, 'psychiatry')).toBe('consent');
    expect(back.state.meetings['meeting-1']).toEqual(asked.state.meetings['meeting-1']);
    expect(back.state.tasks).toEqual({});
    expect(back.state.holds).toEqual([{ from: asked.at, to: back.at }]);
    expect(asked.due.find(({ step }) => step === 'escalateSilence')?.at).toBe('2027-04-26T07:00:00.000Z');
    expect(back.due.find(({ step }) => step === 'escalateSilence')?.at).toBe('2027-05-10T07:00:00.000Z');
  });

  it('invites everybody anew to a meeting that was cancelled for it and is still ahead', () => {
    const off = dead.does({ type: 'cancelMeeting', meetingId: 'meeting-1', reason: 'death' });
    const back = lives(off.passing(3)).attended();
    expect(back.state.meetings['meeting-1']).toMatchObject({ status: 'fixed', sequence: 2 });
    expect(Object.keys(back.state.meetings['meeting-1']?.invitations ?? {}).sort()).toEqual([
      'citizen',
      'psychiatry',
      'relative',
    ]);
    const over = lives(off.passing(20)).attended();
    expect(over.state.meetings['meeting-1']?.status).toBe('cancelled');
    expect(over.awaitedKinds).toContain('firstMeeting');
  });

  it('gives back the calls that fell away', () => {
    const call = life().started().withParticipant('psychiatry', { channel: 'telephone' });
    const before = call.withConsent('psychiatry').asked('psychiatry');
    const [task] = Object.values(before.state.tasks);
    const after = dies(before);
    expect(Object.values(after.state.tasks).map(({ kind }) => kind)).toEqual(['citizenDied']);
    expect(Object.values(lives(after).state.tasks)).toMatchObject([{ taskId: task?.taskId, ref: task?.ref }]);
  });

  it('lets a plan be opened again that ended for it, and no other', () => {
    const reopen = {
      type: 'reopenPlan',
      reason: 'mistake',
      coordinatorPersonId: 'person-coordinator',
    } as const;
    const ended = asked.ended('died');
    given(ended).when(reopen).thenRefused('PLAN.REOPEN_REFUSED');
    const open = lives(ended).does(reopen);
    expect(open.state.meetings['meeting-1']?.status).toBe('fixed');
    expect(reasonFor(open, 'psychiatry')).toBe('consent');
    given(dies(asked.ended('moved')))
      .when(reopen)
      .thenRefused('PLAN.REOPEN_REFUSED');
  });
});

describe('the death of somebody else', () => {
  it('of a participant is a task until another comes or the part ends, and nobody waits for them', () => {
    const after = dies(asked, 'psychiatry');
    expect(Object.values(after.state.tasks)).toMatchObject([
      { kind: 'participantDied', participantId: 'psychiatry' },
    ]);
    expect(after.awaited.some((ref) => ref.startsWith('gatheringAnswer'))).toBe(false);
    expect(after.passing(60).steps).not.toContain('escalateSilence');
    expect(reasonFor(after, 'relative')).toBe('consent');
    const gone = after.does({ type: 'removeParticipant', participantId: 'psychiatry', reason: 'death' });
    expect(gone.state.tasks).toEqual({});
    const back = lives(after, 'psychiatry');
    expect(back.state.tasks).toEqual({});
    expect(back.awaited).toEqual(asked.awaited);
    expect(back.state.meetings).toEqual(asked.state.meetings);
  });

  it('of the coordinator leaves a vacancy at once, which is filled again if it was a mistake', () => {
    const after = dies(asked, 'coordinator');
    expect(after.state).toMatchObject({ coordinatorPersonId: null });
    expect(after.awaitedKinds).toContain('coordinatorNamed');
    expect(planRolesOf(after.state, actors.coordinator, after.at)).toEqual([]);
    expect(lives(after, 'coordinator').state.coordinatorPersonId).toBe('person-coordinator');
    const named = after.does(
      { type: 'nameCoordinator', personId: 'person-deputy', reason: 'death' },
      'teamLeader',
    );
    expect(lives(named, 'coordinator').state.coordinatorPersonId).toBe('person-deputy');
  });

  it('of who is to keep an agreement leaves it to the coordinator', () => {
    const awaitedFrom = (one: Life): unknown =>
      one.due.find(({ ref }) => ref.startsWith('agreementOutcome'))?.step;
    expect(awaitedFrom(version)).toBe('remindResponsible');
    const after = dies(version, 'psychiatry').passing(200);
    const reminded = after.notices
      .slice(version.notices.length)
      .filter(({ kind }) => kind === 'agreementReminder')
      .map(({ recipient }) => recipient.kind);
    expect(new Set(reminded)).toEqual(new Set(['coordinator']));
  });
});
