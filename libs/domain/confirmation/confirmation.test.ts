import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { given, type Life, life } from '../../../test/factories/plan-life.js';
import { youngLife } from '../../../test/factories/young-citizens.js';
import { disclosureWindows } from '../disclosure/disclosure-windows.js';
import { mayDisclose } from '../disclosure/may-disclose.js';
import { USUAL_LADDERS } from '../plan/default-policy.js';
import { planRolesOf } from '../plan/rights.js';
import { actors } from '../../../test/factories/plan-actors.js';

const pending = { citizenAnswer: 'pending', answerManner: null } as const;
const child = life().started({ citizenOfAgeAt: '2034-08-31T22:00:00.000Z', ...pending });
const said = child.does(commands.addParticipant('custodyHolder'));
const confirm = (confirmationId: string, seen = commands.SEEN) =>
  ({ type: 'confirmMatter', confirmationId, seen }) as const;
const reject = (confirmationId: string) =>
  ({ type: 'rejectMatter', confirmationId, reason: 'not so' }) as const;

function told(one: Life, before: Life, kind: string): string[] {
  return one.notices
    .slice(before.notices.length)
    .filter((notice) => notice.kind === kind)
    .map(({ recipient }) => (recipient.kind === 'participant' ? recipient.participantId : recipient.kind))
    .sort();
}

describe('that somebody holds custody', () => {
  it('opens, answers and sees nothing on one person’s word', () => {
    expect(planRolesOf(said.state, actors.custodyHolder, said.at)).toEqual([]);
    expect(
      disclosureWindows(said.state).filter(({ participantId }) => participantId === 'custodyHolder'),
    ).toEqual([]);
    given(said)
      .when({ type: 'recordCitizenAnswer', answer: 'no', manner: 'digital' }, 'custodyHolder')
      .thenRefused('PLAN.NOT_FOUND');
    const question = { participantId: 'custodyHolder', kind: 'goals', purpose: 'coordination' } as const;
    expect(mayDisclose(said.state, { ...question, at: said.at }).reason).toBe('partUnconfirmed');
  });

  it('is not opened either by a consent or a basis', () => {
    const sixteen = youngLife('sixteen').does(
      commands.addParticipant('relative', { role: 'guardian', participantId: 'guardian', personId: 'g' }),
    );
    const granted = sixteen
      .does((at) => commands.giveConsent('consent-1', [commands.grant('guardian', at)]), 'citizen')
      .does((at) => commands.recordBasis('basis-1', 'guardian', at));
    const question = { participantId: 'guardian', kind: 'goals', purpose: 'coordination' } as const;
    expect(mayDisclose(granted.state, { ...question, at: granted.at }).allowed).toBe(false);
    given(granted)
      .when((at) =>
        commands.giveConsent('consent-2', [commands.grant('psychiatry', at)], {
          givenBy: 'guardian',
          manner: 'oral',
        }),
      )
      .thenRefused('CONSENT.NO_GUARDIAN');
  });

  it('is confirmed by a second person who saw a document, and by nobody who recorded it or whom it is about', () => {
    given(said).when(confirm('part:custodyHolder')).thenRefused('CONFIRMATION.NOT_THE_SECOND_PERSON');
    given(said)
      .when({ ...confirm('part:custodyHolder'), actorSameAs: ['person-coordinator'] }, 'teamLeader')
      .thenRefused('CONFIRMATION.NOT_THE_SECOND_PERSON');
    given(said)
      .when({ ...confirm('part:custodyHolder'), seen: null }, 'teamLeader')
      .thenRefused('CONFIRMATION.DOCUMENT_MISSING');
    const confirmed = given(said)
      .when(confirm('part:custodyHolder'), 'teamLeader')
      .then({ type: 'matterConfirmed', by: 'person-team-leader', seen: commands.SEEN });
    expect(planRolesOf(confirmed.state, actors.custodyHolder, said.at)).toEqual(['custodyHolder']);
  });

  it('is confirmed at once by a register', () => {
    given(child)
      .when(commands.addParticipant('custodyHolder', { inRegister: true }))
      .then(
        { type: 'matterRecorded' },
        { type: 'matterConfirmed', by: null },
        { type: 'participantAdded', participantId: 'custodyHolder' },
      );
  });

  it('is confirmed by the other parent or a young person from 15 on, and kept out by neither', () => {
    const father = youngLife('ten').does(
      commands.addParticipant('custodyHolder', { participantId: 'third', personId: 'third' }),
    );
    given(father).when(confirm('part:third'), 'citizen').thenRefused('CONFIRMATION.NOT_THE_SECOND_PERSON');
    given(father)
      .when(reject('part:third'), 'custodyHolder')
      .thenRefused('CONFIRMATION.NOT_THE_SECOND_PERSON');
    given(father).when(confirm('part:third'), 'custodyHolder').then({ type: 'matterConfirmed' });
    const sixteen = youngLife('sixteen').does(
      commands.addParticipant('custodyHolder', { participantId: 'third', personId: 'third' }),
    );
    given(sixteen).when(confirm('part:third'), 'citizen').then({ type: 'matterConfirmed' });
    given(sixteen)
      .when({ type: 'removeParticipant', participantId: 'third', reason: 'no' }, 'custodyHolder')
      .thenRefused('PARTICIPANT.HAS_SAY');
  });

  it('lapses after reminders when nobody confirms it, and the team leader was told', () => {
    expect(told(said, child, 'confirmationAsked')).toEqual(['teamLeader']);
    const silent = said.passing(30);
    expect(silent.steps).toEqual(
      expect.arrayContaining(['remindConfirmation', 'escalateConfirmation', 'lapseProvisionalMatter']),
    );
    expect(silent.state.participants['custodyHolder']?.removedAt).not.toBeNull();
    expect(silent.awaitedKinds).not.toContain('confirmation');
    expect(told(silent, said, 'partEnded')).toEqual(['custodyHolder']);
  });

  it('tells the others who have a say', () => {
    const both = youngLife('ten');
    const third = both.does(
      commands.addParticipant('custodyHolder', { participantId: 'third', personId: 'third' }),
    );
    expect(told(third, both, 'sayChanged')).toEqual(['custodyHolder', 'father']);
  });

  it('is reminded of also in a plan whose policy has no ladder for it', () => {
    const { confirmation: _, ...ladders } = USUAL_LADDERS;
    const policy = { ...child.state.policy, ladders: ladders as typeof USUAL_LADDERS };
    const old = life()
      .started({ citizenOfAgeAt: '2034-08-31T22:00:00.000Z', ...pending, policy })
      .does(commands.addParticipant('custodyHolder'));
    expect(old.passing(30).steps).toContain('remindConfirmation');
  });

  it('is nothing to confirm any more when the part has ended', () => {
    given(said)
      .when({ type: 'removeParticipant', participantId: 'custodyHolder', reason: 'a mistake' })
      .then({ type: 'participantRemoved' }, { type: 'matterLapsed', how: 'moot' });
  });
});

describe('the end of a say', () => {
  const both = youngLife('ten');
  const recorded = both.does(commands.recordEndOfSay('father'));

  it('counts once a second person saw the decision; until then it stands', () => {
    given(recorded)
      .when(
        { type: 'recordCitizenAnswer', answer: 'no', manner: 'digital', participantId: 'father' },
        'relative',
      )
      .thenRefused('PLAN.CITIZEN_ALREADY_ANSWERED');
    expect(planRolesOf(recorded.state, actors.relative, recorded.at)).toEqual(['custodyHolder']);
    const ended = given(recorded)
      .when(confirm('endOfSay:father'), 'teamLeader')
      .then({ type: 'matterConfirmed' }, { type: 'participantRemoved', participantId: 'father' });
    expect(planRolesOf(ended.state, actors.relative, ended.at)).toEqual([]);
    expect(told(ended, recorded, 'partEnded')).toEqual(['father']);
    expect(told(ended, recorded, 'sayChanged')).toContain('custodyHolder');
  });

  it('is told at once to whose say it is, and to the others', () => {
    expect(told(recorded, both, 'sayChanged')).toEqual(['custodyHolder', 'father']);
  });

  it('is confirmed by the person themself, never by another who has a say, nor by who recorded it', () => {
    given(recorded)
      .when(confirm('endOfSay:father'), 'custodyHolder')
      .thenRefused('CONFIRMATION.NOT_THE_SECOND_PERSON');
    given(recorded).when(confirm('endOfSay:father')).thenRefused('CONFIRMATION.NOT_THE_SECOND_PERSON');
    given(recorded)
      .when(reject('endOfSay:father'), 'relative')
      .thenRefused('CONFIRMATION.NOT_THE_SECOND_PERSON');
    given(recorded)
      .when(confirm('endOfSay:father'), 'relative')
      .then({ type: 'matterConfirmed' }, { type: 'participantRemoved' });
  });

  it('that nobody confirms ends nothing', () => {
    const silent = recorded.passing(30);
    expect(silent.eventsOf('matterLapsed')).toMatchObject([{ matter: 'endOfSay', how: 'unconfirmed' }]);
    expect(silent.state.participants['father']?.removedAt).toBeNull();
  });

  it.each(['citizen', 'custodyHolder'] as const)('is not recorded by the %s', (by) => {
    given(both).when(commands.recordEndOfSay('father'), by).thenRefused('ACTOR.NOT_PERMITTED');
  });

  it('is not wished for', () => {
    const wish = commands.makeRequest('request-1', { kind: 'somebodyLeaves', participantId: 'father' });
    given(both).when(wish, 'citizen').thenRefused('PARTICIPANT.HAS_SAY');
  });

  it('comes by one’s own word at once', () => {
    const left = given(both)
      .when({ type: 'removeParticipant', participantId: 'father', reason: 'I stop' }, 'relative')
      .then({ type: 'participantRemoved', byThemself: true });
    expect(told(left, both, 'partEnded')).toEqual([]);
  });
});

describe('a part as oneself', () => {
  const started = life().started();
  it.each([
    ['the coordinator', started, 'person-coordinator'],
    [
      'the proposed successor',
      started.does({ type: 'proposeHandover', successorPersonId: 'person-successor', reason: 'x' }),
      'person-successor',
    ],
    [
      'the deputy',
      started.does((at) => ({
        type: 'appointDeputy',
        personId: 'person-deputy',
        from: at,
        to: commands.daysAfter(at, 7),
      })),
      'person-deputy',
    ],
    ['whoever stands for a party', started.withParticipant('psychiatry'), 'person-psychiatry'],
  ] as const)('is not taken by %s, under whichever id', (_who, one, personId) => {
    given(one).when(commands.addParticipant('relative', { personId })).thenRefused('PARTICIPANT.BOTH_KINDS');
    given(one)
      .when(
        commands.addParticipant('relative', { role: 'laySupporter', personId: 'alias', sameAs: [personId] }),
      )
      .thenRefused('PARTICIPANT.BOTH_KINDS');
  });

  it('excludes every part for an authority, under whichever id', () => {
    const one = started.withParticipant('relative').withConsent('psychiatry');
    const sameAs = ['person-relative'];
    given(one).when(commands.addParticipant('jobCentre', { sameAs })).thenRefused('PARTICIPANT.BOTH_KINDS');
    given(one)
      .when({
        type: 'replaceParticipant',
        participantId: 'psychiatry',
        personId: 'person-psychiatry-2',
        channel: 'mail',
        sameAs,
      })
      .thenRefused('PARTICIPANT.BOTH_KINDS');
    given(one)
      .when({ type: 'proposeHandover', successorPersonId: 'person-successor', reason: 'x', sameAs })
      .thenRefused('COORDINATOR.NOT_ELIGIBLE');
    given(one)
      .when({ type: 'nameCoordinator', personId: 'person-deputy', reason: 'x', sameAs }, 'teamLeader')
      .thenRefused('COORDINATOR.NOT_ELIGIBLE');
    given(one.does({ type: 'proposeHandover', successorPersonId: 'person-successor', reason: 'x' }))
      .when({ type: 'acceptHandover', actorSameAs: sameAs }, 'successor')
      .thenRefused('COORDINATOR.NOT_ELIGIBLE');
    given(one.ended())
      .when({
        type: 'reopenPlan',
        reason: 'x',
        coordinatorPersonId: 'person-deputy',
        sameAs: ['person-citizen'],
      })
      .thenRefused('COORDINATOR.NOT_ELIGIBLE');
  });

  it('leaves a team leader none of the leading', () => {
    const one = life()
      .started()
      .does(commands.addParticipant('relative', { personId: 'person-team-leader' }));
    expect(planRolesOf(one.state, actors.teamLeader, one.at)).toEqual([]);
  });
});

describe('another basis', () => {
  const consented = life().started().withConsent('psychiatry', 'jobCentre').withParticipant('substance');
  const kinds = (one: Life, participantId: string) =>
    mayDisclose(one.state, { participantId, kind: 'crisisPlan', purpose: 'coordination', at: one.at })
      .allowed;

  it('for the own house opens nothing until a second person confirms it', () => {
    const own = consented.does((at) => commands.recordBasis('basis-1', 'substance', at));
    expect(kinds(own, 'substance')).toBe(false);
    given(own).when(confirm('basis:basis-1')).thenRefused('CONFIRMATION.NOT_THE_SECOND_PERSON');
    given(own).when(confirm('basis:basis-1'), 'substance').thenRefused('PLAN.NOT_FOUND');
    expect(kinds(own.does(confirm('basis:basis-1'), 'teamLeader'), 'substance')).toBe(true);
    expect(kinds(own.does(confirm('basis:basis-1'), 'citizen'), 'substance')).toBe(true);
    given(own)
      .when(reject('basis:basis-1'), 'citizen')
      .then({ type: 'matterRejected' }, { type: 'basisEnded' });
    expect(own.passing(30).state.bases).toEqual({});
  });

  it('that opens much waits in the same way, and one that opens little for another house does not', () => {
    const another = life().started().withParticipant('psychiatry').withParticipant('substance');
    const much = another.does((at) =>
      commands.recordBasis('basis-1', 'psychiatry', at, { kinds: commands.ALL_KINDS }),
    );
    expect(kinds(much, 'psychiatry')).toBe(false);
    const little = another.does((at) => commands.recordBasis('basis-1', 'psychiatry', at));
    expect(kinds(little, 'psychiatry')).toBe(true);
  });

  it('of a danger to life counts at once, is told, and stands before the leader within one working day', () => {
    const urgent = consented.does((at) =>
      commands.recordBasis('basis-1', 'substance', at, { urgentBecause: 'dangerToLife' }),
    );
    expect(kinds(urgent, 'substance')).toBe(true);
    expect(told(urgent, consented, 'consentChanged')).toEqual(['citizen']);
    expect(told(urgent, consented, 'confirmationAsked')).toEqual(['teamLeader']);
    const waiting = urgent.passing(9);
    expect(waiting.steps).toContain('escalateConfirmation');
    expect(waiting.awaitedKinds).toContain('confirmation');
    expect(kinds(waiting, 'substance')).toBe(true);
    given(waiting)
      .when(reject('basis:basis-1'), 'teamLeader')
      .then({ type: 'matterRejected' }, { type: 'basisEnded' });
    const unsaid = consented.does((at) =>
      commands.recordBasis('basis-1', 'substance', at, {
        urgentBecause: 'dangerToLife',
        citizenTold: false,
        notToldBecause: 'it would endanger somebody',
      }),
    );
    expect(told(unsaid, consented, 'consentChanged')).toEqual([]);
  });
});

describe('a consent that a colleague of the recipient records', () => {
  it.each(['guardian', 'laySupporter', 'relative'] as const)('is provisional also as %s', (role) => {
    const one = life()
      .started()
      .does(commands.addParticipant('relative', { role, participantId: 'colleague', personId: 'colleague' }))
      .withPartConfirmed('colleague');
    const recorded = one.does((at) =>
      commands.giveConsent('consent-1', [commands.grant('colleague', at)], {
        manner: 'oral',
        recipientsWorkIn: { colleague: ['org-treatment'] },
      }),
    );
    expect(Object.values(recorded.state.grants)).toMatchObject([{ status: 'provisional' }]);
  });

  it('is provisional whoever records it for a party without coordinating', () => {
    const one = life().started().withConsent('psychiatry').withParticipant('jobCentre');
    const recorded = one.does(
      (at) => commands.giveConsent('consent-2', [commands.grant('jobCentre', at)], { manner: 'oral' }),
      'psychiatry',
    );
    expect(Object.values(recorded.state.grants).at(-1)).toMatchObject({ status: 'provisional' });
  });
});

describe('the course of a child under 15 years', () => {
  const asked = youngLife('ten', pending);
  const answer = (what: 'yes' | 'no') =>
    ({ type: 'recordCitizenAnswer', answer: what, manner: 'digital' }) as const;

  it('ends by the no of either, in whatever order, also after a yes', () => {
    for (const [first, second] of [
      ['custodyHolder', 'relative'],
      ['relative', 'custodyHolder'],
    ] as const) {
      const yes = given(asked).when(answer('yes'), first).then({ type: 'custodyHolderAnswered' });
      expect(yes.state.citizenAnswer).toBe('pending');
      given(yes)
        .when(answer('no'), second)
        .then(
          { type: 'custodyHolderAnswered' },
          { type: 'citizenAnswered', answer: 'no' },
          { type: 'planEnded' },
        );
      given(yes)
        .when(answer('yes'), second)
        .then({ type: 'custodyHolderAnswered' }, { type: 'citizenAnswered', answer: 'yes' });
    }
  });

  it('is asked of each, and the silence of one goes to the team leader', () => {
    const one = asked.does(answer('yes'), 'custodyHolder');
    expect(one.awaited.filter((ref) => ref.startsWith('citizenAnswer'))).toEqual(['citizenAnswer:father']);
    expect(told(one.passing(40), one, 'teamLeaderTold')).toContain('teamLeader');
  });

  it('is asked also of who comes to hold custody later, whose no ends it', () => {
    const late = youngLife('ten').withParticipant('custodyHolder', {
      participantId: 'third',
      personId: 'person-substance',
    });
    expect(late.awaited.some((ref) => ref.endsWith(':third'))).toBe(true);
    given(late)
      .when({ ...answer('no'), manner: 'oral', participantId: 'third' })
      .then(
        { type: 'custodyHolderAnswered', participantId: 'third' },
        { type: 'planEnded', reason: 'citizenWithdrew' },
      );
  });

  it('is the team leader’s to see to where nobody who holds custody takes part', () => {
    expect(child.awaited).toEqual(expect.arrayContaining(['citizenAnswer:teamLeader']));
    const oral = { type: 'recordCitizenAnswer', answer: 'yes', manner: 'oral' } as const;
    given(child).when(oral).thenRefused('PLAN.ANSWERED_BY_ANOTHER');
    given(child).when(oral, 'teamLeader').then({ type: 'citizenAnswered', answer: 'yes' });
  });

  it('does not begin with a yes that nobody who holds custody gave, nor with a digital one that staff note', () => {
    const start = commands.startPlan({ citizenOfAgeAt: '2034-08-31T22:00:00.000Z' });
    given(life()).when(start).thenRefused('PLAN.ANSWERED_BY_ANOTHER');
    given(life())
      .when(commands.startPlan({ answerManner: 'digital' }))
      .thenRefused('PLAN.ANSWERED_BY_ANOTHER');
    given(life().started(pending)).when(answer('yes')).thenRefused('PLAN.ANSWERED_BY_ANOTHER');
    given(asked)
      .when({ ...answer('yes'), participantId: 'father' })
      .thenRefused('PLAN.ANSWERED_BY_ANOTHER');
  });
});

describe('what somebody from 15 years on consented to', () => {
  const sixteen = youngLife('sixteen').does(
    (at) => commands.giveConsent('consent-1', [commands.grant('psychiatry', at)]),
    'citizen',
  );
  it.each([
    [{ type: 'withdrawConsent', participantId: 'psychiatry' }],
    [{ type: 'refuseConsent', participantId: 'psychiatry', reason: null }],
    [{ type: 'narrowConsent', participantId: 'psychiatry', keep: ['goals'] }],
    [{ type: 'removeParticipant', participantId: 'psychiatry', reason: 'no' }],
  ] as const)('is not taken back by a custody holder: %j', (command) => {
    given(sixteen).when(command, 'custodyHolder').thenRefused('CONSENT.GIVEN_BY_CITIZEN');
    sixteen.does(command, 'citizen');
  });

  it('stands beside what a custody holder consented to, who can take back that alone', () => {
    const both = sixteen.does(
      (at) =>
        commands.giveConsent('consent-2', [commands.grant('jobCentre', at)], { givenBy: 'custodyHolder' }),
      'custodyHolder',
    );
    given(both)
      .when({ type: 'withdrawConsent', participantId: 'jobCentre' }, 'custodyHolder')
      .then({ type: 'consentWithdrawn' });
  });
});

describe('a successor from another organisation', () => {
  const propose = { type: 'proposeHandover', successorPersonId: 'person-job-centre', reason: 'x' } as const;
  const started = life().started();
  const proposed = started.does(propose);
  const id = 'successor:person-job-centre';

  it('knows nothing and is asked nothing until a second person confirms', () => {
    expect(planRolesOf(proposed.state, actors.jobCentre, proposed.at)).toEqual([]);
    expect(told(proposed, started, 'handoverProposal')).toEqual([]);
    expect(told(proposed, started, 'confirmationAsked')).toEqual(['teamLeader']);
    expect(proposed.awaitedKinds).not.toContain('handoverAnswer');
    given(proposed).when({ type: 'acceptHandover' }, 'jobCentre').thenRefused('PLAN.NOT_FOUND');
    given(proposed).when(confirm(id)).thenRefused('CONFIRMATION.NOT_THE_SECOND_PERSON');
    const confirmed = proposed.does({ ...confirm(id), seen: null }, 'teamLeader');
    expect(planRolesOf(confirmed.state, actors.jobCentre, confirmed.at)).toEqual(['successor']);
    expect(told(confirmed, proposed, 'handoverProposal')).toEqual(['person']);
    given(confirmed).when({ type: 'acceptHandover' }, 'jobCentre').then({ type: 'handoverAccepted' });
  });

  it('is no successor when nobody confirms, or the citizen says no', () => {
    expect(proposed.passing(30).state.proposal).toBeNull();
    given(proposed)
      .when(reject(id), 'citizen')
      .then({ type: 'matterRejected' }, { type: 'handoverWithdrawn' });
    given(proposed)
      .when({ type: 'withdrawHandover' })
      .then({ type: 'handoverWithdrawn' }, { type: 'matterLapsed', how: 'moot' });
  });

  it('of the organisation that keeps the plan is asked at once', () => {
    const own = started.does({ ...propose, successorPersonId: 'person-successor' });
    expect(told(own, started, 'handoverProposal')).toEqual(['person']);
  });
});
