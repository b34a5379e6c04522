import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { type ActorName, actors } from '../../../test/factories/plan-actors.js';
import { type CommandAt, given, life } from '../../../test/factories/plan-life.js';
import { sightOf } from '../disclosure/sight.js';
import { refusalOf } from '../notice/notices.js';
import { dueSteps } from '../plan/awaits.js';
import type { PlanCommand } from '../plan/plan.types.js';

const started = life().started();
const proposed = started.does({
  type: 'proposeHandover',
  successorPersonId: 'person-successor',
  reason: 'closer to the job now',
});
const resign = { type: 'resignCoordinator', reason: 'moves away' } as const;
const name = { type: 'nameCoordinator', personId: 'person-deputy', reason: 'closest relation' } as const;

describe('handover', () => {
  it('leaves all duties with the coordinator until the successor accepts', () => {
    expect(proposed.state.coordinatorPersonId).toBe('person-coordinator');
    given(proposed).when(commands.saveSection('survey')).then({ type: 'sectionSaved' });
    given(proposed).when(commands.saveSection('survey'), 'successor').thenRefused('ACTOR.NOT_PERMITTED');
  });

  it('tells the successor that there is a course, and more only as far as a consent reaches them', () => {
    const open = ({ state, at }: typeof proposed): string[] =>
      Object.entries(sightOf(state, actors.successor, at).answers)
        .filter(([, { allowed }]) => allowed)
        .map(([kind]) => kind);
    expect(open(proposed)).toEqual(['course']);
    const participant = { personId: 'person-successor', organisationId: 'org-treatment' };
    const consented = proposed
      .withParticipant('jobCentre', participant)
      .does(
        (at) =>
          commands.giveConsent('consent-1', [commands.grant('jobCentre', at, { kinds: ['masterData'] })]),
        'citizen',
      );
    expect(open(consented)).toEqual(['course', 'masterData']);
  });

  it('changes the coordinator in one event, and tells the new one and the citizen', () => {
    const accepted = given(proposed)
      .when({ type: 'acceptHandover' }, 'successor')
      .then({ type: 'handoverAccepted', personId: 'person-successor', formerPersonId: 'person-coordinator' });
    expect(accepted.state.coordinatorPersonId).toBe('person-successor');
    expect(accepted.notices.slice(-2)).toMatchObject([
      { kind: 'coordinationGiven', recipient: { kind: 'person', personId: 'person-successor' } },
      { kind: 'coordinatorNamed', recipient: { kind: 'participant', participantId: 'citizen' } },
    ]);
    given(accepted).when(commands.saveSection('survey')).thenRefused('PLAN.NOT_FOUND');
  });

  it('may be declined, and the coordinator is told', () => {
    const declined = given(proposed)
      .when({ type: 'declineHandover', reason: 'no time' }, 'successor')
      .then({ type: 'handoverDeclined' });
    expect(declined.state.coordinatorPersonId).toBe('person-coordinator');
    expect(declined.awaitedKinds).not.toContain('handoverAnswer');
  });

  it('reminds the silent successor, then tells coordinator and team leader', () => {
    expect(proposed.passing(20).steps).toEqual(
      expect.arrayContaining(['remindSuccessor', 'escalateHandover']),
    );
  });

  it('a resignation never leaves the plan without a deadline: the team leader is to name somebody', () => {
    const vacant = given(started).when(resign).then({ type: 'coordinatorResigned' });
    expect(vacant.awaitedKinds).toContain('coordinatorNamed');
    expect(vacant.passing(30).steps.filter((step) => step === 'remindTeamLeader')).toHaveLength(3);
    given(vacant).when(name, 'teamLeader').then({ type: 'coordinatorNamed' });
  });

  it('tells whoever got it that they coordinate only as long as they do', () => {
    const [told] = started.notices;
    if (told === undefined) throw new Error('nobody is told');
    expect(told).toMatchObject({ kind: 'coordinationGiven', recipient: { personId: 'person-coordinator' } });
    expect(refusalOf(started.state, told, started.at)).toBeNull();
    expect(refusalOf(started.does(resign).state, told, started.at)).toBe('moot');
  });

  it('asks the team leader for another coordinator at once, and says that it is late only once it is', () => {
    const vacant = started.does(resign);
    const asked = vacant.notices.at(-1);
    if (asked === undefined) throw new Error('nobody is asked');
    expect(asked).toMatchObject({ kind: 'coordinatorMissing', recipient: { kind: 'teamLeader' } });
    const named = vacant.does(name, 'teamLeader');
    expect(refusalOf(named.state, asked, named.at)).toBe('moot');
    const told = vacant.passing(70).notices.filter(({ recipient }) => recipient.kind === 'teamLeader');
    expect(told.map(({ kind }) => kind)).toContain('coordinatorReminder');
  });

  it('tells the team leader what nobody else is there to hear while the place is vacant', () => {
    const vacant = started.does(resign).passing(70);
    const told = vacant.notices.slice(started.notices.length).map(({ recipient }) => recipient.kind);
    expect(vacant.steps).toContain('remindToConvene');
    expect(told).not.toContain('coordinator');
  });

  it('a resignation leaves an open proposal standing, which still can be accepted', () => {
    const accepted = proposed.does(resign).does({ type: 'acceptHandover' }, 'successor');
    expect(accepted.state).toMatchObject({
      coordinatorPersonId: 'person-successor',
      vacancy: null,
      proposal: null,
    });
  });

  it('a coordinator named by the team leader ends the proposal', () => {
    const named = proposed.does(name, 'teamLeader');
    expect(named.state.proposal).toBeNull();
    given(named).when({ type: 'acceptHandover' }, 'successor').thenRefused('PLAN.NOT_FOUND');
  });

  it('a deputy acts for the coordinator within the period, and not after', () => {
    const deputised = started.does((at) => ({
      type: 'appointDeputy',
      personId: 'person-deputy',
      from: at,
      to: commands.daysAfter(at, 14),
    }));
    given(deputised).when(commands.saveSection('survey'), 'deputy').then({ type: 'sectionSaved' });
    const over = deputised.passing(15);
    expect(over.history).toContain('deputyEnded');
    given(over).when(commands.saveSection('survey'), 'deputy').thenRefused('PLAN.NOT_FOUND');
  });

  describe('a deputy', () => {
    const appoint =
      (from: number, to: number) =>
      (at: string): PlanCommand => ({
        type: 'appointDeputy',
        personId: 'person-deputy',
        from: commands.daysAfter(at, from),
        to: commands.daysAfter(at, to),
      });
    const told = ({ notices }: typeof started): string[] =>
      notices
        .filter(({ recipient }) => recipient.kind === 'person' && recipient.personId === 'person-deputy')
        .map(({ kind }) => kind);
    const later = started.does(appoint(3, 10));

    it('is told at once of being one, when it begins if that is later, and when it ends', () => {
      expect(told(later)).toEqual(['deputyAppointed']);
      expect(told(later.passing(2))).toEqual(['deputyAppointed']);
      expect(told(later.passing(3))).toEqual(['deputyAppointed', 'deputyBegun']);
      expect(told(later.passing(20))).toEqual(['deputyAppointed', 'deputyBegun', 'deputyEnded']);
    });

    it('is told once when it begins at once', () => {
      const now = started.does((at) => ({ ...appoint(0, 10)(at), from: at }) as PlanCommand);
      expect(told(now.passing(5))).toEqual(['deputyAppointed']);
    });

    it('is told that it ends early, before it began, too', () => {
      const dismissed = later.does({ type: 'dismissDeputy' });
      expect(told(dismissed)).toEqual(['deputyAppointed', 'deputyEnded']);
      expect(dismissed.passing(5).steps).not.toContain('beginDeputy');
    });

    it('is told what is true when it is sent', () => {
      const [appointed] = later.notices.slice(-1);
      if (appointed === undefined) throw new Error('nobody is told');
      expect(refusalOf(later.state, appointed, later.at)).toBeNull();
      const dismissed = later.does({ type: 'dismissDeputy' });
      expect(refusalOf(dismissed.state, appointed, dismissed.at)).toBe('moot');
      const again = dismissed.does(appoint(5, 12));
      const [ended] = dismissed.notices.slice(-1);
      if (ended === undefined) throw new Error('nobody is told');
      expect(refusalOf(dismissed.state, ended, dismissed.at)).toBeNull();
      expect(refusalOf(again.state, ended, again.at)).toBe('moot');
    });

    it('stands in for as long as the policy lets them, to the end of the day', () => {
      given(started).when(appoint(0, 91)).then({ type: 'deputyAppointed' });
      given(started).when(appoint(0, 92)).thenRefused('DEPUTY.PERIOD_TOO_LONG');
      given(started).when(appoint(30, 121)).then({ type: 'deputyAppointed' });
      const { deputyLongestMonths: _, ...older } = started.state.policy;
      const policy = { ...older, version: 'of-before' };
      const before = started.does({ type: 'replacePolicy', policy }, 'teamLeader');
      given(before).when(appoint(0, 92)).thenRefused('DEPUTY.PERIOD_TOO_LONG');
      const longer = { ...older, version: 'longer', deputyLongestMonths: 6 };
      const patient = started.does({ type: 'replacePolicy', policy: longer }, 'teamLeader');
      given(patient).when(appoint(0, 92)).then({ type: 'deputyAppointed' });
    });

    it('is never the coordinator, under whichever id the register has them', () => {
      const alias = { sameAs: ['person-coordinator'] };
      given(started)
        .when((at) => ({ ...appoint(0, 9)(at), ...alias }))
        .thenRefused('HANDOVER.SAME_PERSON');
    });

    it('stands in no more once they coordinate themself, under another id as well', () => {
      const known = { ...name, personId: 'person-successor', sameAs: ['person-deputy'] };
      const named = given(later)
        .when(known, 'teamLeader')
        .then({ type: 'deputyEnded', personId: 'person-deputy' }, { type: 'coordinatorNamed' });
      expect(named.state.deputy).toBeNull();
      expect(later.does(name, 'teamLeader').state.deputy).toBeNull();
    });

    it('who appointed themself is told of to the coordinator', () => {
      const themself = (at: string): PlanCommand =>
        ({ ...appoint(0, 9)(at), personId: 'person-team-leader' }) as PlanCommand;
      const own = given(started)
        .when(themself, 'teamLeader')
        .then({ type: 'deputyAppointed', byThemself: true });
      expect(own.notices.slice(-2)).toMatchObject([
        { kind: 'deputyAppointed', recipient: { personId: 'person-team-leader' } },
        { kind: 'coordinatorTold', recipient: { kind: 'coordinator' } },
      ]);
      const another = started.does(appoint(0, 9), 'teamLeader');
      expect(another.notices.at(-1)).toMatchObject({ kind: 'deputyAppointed' });
    });

    it('of before the plan took notice of beginnings has no step for one', () => {
      const { begun: _, ...deputy } = later.state.deputy ?? { personId: '', from: '', to: '' };
      expect(dueSteps({ ...later.state, deputy }).map(({ step }) => step)).not.toContain('beginDeputy');
    });
  });

  it.each<[string, CommandAt, ActorName]>([
    [
      'successor',
      { type: 'proposeHandover', successorPersonId: 'person-relative', reason: 'x' },
      'coordinator',
    ],
    ['coordinator', { type: 'nameCoordinator', personId: 'person-relative', reason: 'x' }, 'teamLeader'],
    [
      'deputy',
      (at) => ({
        type: 'appointDeputy',
        personId: 'person-relative',
        from: at,
        to: commands.daysAfter(at, 7),
      }),
      'coordinator',
    ],
  ])('nobody is %s who works nowhere, or who takes part as a relative', (_what, command, by) => {
    given(started).when(command, by).thenRefused('COORDINATOR.NOT_ELIGIBLE');
    const working: CommandAt = (at) => ({
      ...(typeof command === 'function' ? command(at) : command),
      worksIn: ['org-job-centre'],
      worksAs: ['practitioner'],
    });
    expect(started.does(working, by).events.length).toBeGreaterThan(started.events.length);
    given(started.withParticipant('relative')).when(working, by).thenRefused('COORDINATOR.NOT_ELIGIBLE');
  });

  it('goes on while the plan is on hold', () => {
    expect(proposed.held().passing(20).steps).toContain('escalateHandover');
  });
});
