import { randomUUID } from 'node:crypto';
import { castMember, type CastName } from '../../apps/local/demonstration/cast.js';
import type { CitizenName } from '../../apps/local/demonstration/citizens.js';
import { organisationId } from '../../apps/local/demonstration/organisations.js';
import { processOrigin } from '../../libs/audit/audit-entry.types.js';
import {
  addDays,
  addMonths,
  addWorkingDays,
  copenhagenDate,
  copenhagenInstant,
  type LocalDate,
} from '../../libs/domain/calendar/index.js';
import type { GrantedKind } from '../../libs/domain/consent/consent.types.js';
import type { ParticipantRole } from '../../libs/domain/participants/participant.types.js';
import type { Actor } from '../../libs/domain/plan/actor.js';
import { defaultPolicy } from '../../libs/domain/plan/default-policy.js';
import type { PlanCommand } from '../../libs/domain/plan/plan.types.js';
import type { PortalStage } from './portal-stage.js';

/** What must come back as the text that it is, wherever it is shown. */
export const NASTY = `<script>alert('x')</script> & "quoted" '); DROP TABLE plans; --`;

const PARTIES = {
  ugle: 'regionalPsychiatry',
  gøg: 'jobCentre',
  spurv: 'substanceTreatment',
  mayJune: 'relative',
} as const satisfies Partial<Record<CastName, ParticipantRole>>;
export type PartyName = keyof typeof PARTIES;

/** What the citizen has said yes to; the consent to the substance treatment is provisional. */
const CONSENTED: Readonly<Record<PartyName, readonly GrantedKind[]>> = {
  ugle: ['masterData', 'survey', 'challenges', 'goals', 'followUp', 'contactDetails', 'appointments'],
  gøg: ['masterData', 'goals', 'followUp'],
  spurv: ['masterData', 'goals'],
  mayJune: ['masterData', 'citizenWishes', 'crisisPlan'],
};

/** A plan of the cast on the portal's stage, made by commands of its people. */
export class PlanOnStage {
  readonly planId = randomUUID();
  readonly meetingId = randomUUID();
  readonly proposalId = randomUUID();
  readonly optionIds = [randomUUID(), randomUUID()] as const;
  readonly goalId = randomUUID();
  readonly agreementId = randomUUID();
  readonly participants: Readonly<Record<PartyName, string>> = {
    ugle: randomUUID(),
    gøg: randomUUID(),
    spurv: randomUUID(),
    mayJune: randomUUID(),
  };

  private constructor(
    private readonly stage: PortalStage,
    readonly citizen: CitizenName,
  ) {}

  /** A plan that has only been started, with its participants. */
  static async started(
    stage: PortalStage,
    citizen: CitizenName,
    answer: 'yes' | 'pending' = 'yes',
  ): Promise<PlanOnStage> {
    const plan = new PlanOnStage(stage, citizen);
    await plan.#start(answer);
    return plan;
  }

  /**
   * A plan in the middle of things: one version distributed, the next one out for approval, a meeting fixed and one
   * proposed, one party asked and silent, one consent that waits.
   */
  static async underWay(stage: PortalStage, citizen: CitizenName): Promise<PlanOnStage> {
    const plan = await PlanOnStage.started(stage, citizen);
    await plan.#consents();
    await plan.#gathering();
    await plan.#meetings();
    await plan.#draft();
    await plan.give(citizen, {
      type: 'makeRequest',
      requestId: randomUUID(),
      kind: 'meeting',
      participantId: null,
      words: `Et møde om bolig ${NASTY}`,
    });
    return plan;
  }

  /** The address of a page of the plan. */
  page(path = ''): string {
    return `/plans/${this.planId}${path}`;
  }

  async give(name: CastName, command: PlanCommand): Promise<void> {
    await this.#execute(actorOf(name), command);
  }

  /** Performs every step that is due, as the plan's process would. */
  async performDue(): Promise<void> {
    for (;;) {
      const next = (await this.stage.record.waitStateOf(this.planId))?.next ?? null;
      if (next === null || next.at > (await this.stage.clock.now())) return;
      const { step, key } = next;
      await this.giveAsProcess({ type: 'performStep', step, key, tryNow: false });
    }
  }

  /** What the plan's process, or the dispatcher of notices, tells the plan. */
  async giveAsProcess(command: PlanCommand): Promise<void> {
    await this.#execute({ kind: 'process' }, command);
  }

  async today(): Promise<LocalDate> {
    return copenhagenDate(await this.stage.clock.now());
  }

  async #execute(actor: Actor, command: PlanCommand): Promise<void> {
    const origin = processOrigin('stage');
    await this.stage.record.execute(this.planId, command, {
      actor,
      commandId: null,
      expectedSeq: null,
      origin,
    });
  }

  async #start(citizenAnswer: 'yes' | 'pending'): Promise<void> {
    await this.give('ravn', {
      type: 'startPlan',
      planId: this.planId,
      number: '',
      citizenPersonId: castMember(this.citizen).id,
      citizenOfAgeAt: null,
      citizenChannel: 'mail',
      grounds: ['severeMentalIllnessWithSubstanceUse'],
      courseType: 'coordinated',
      cluster: 'Nord',
      municipalityCode: '0219',
      department: 'Testkøbing Rusmiddelcenter',
      organisationId: organisationId('substanceCentre'),
      coordinatorPersonId: castMember('ravn').id,
      citizenAnswer,
      answerManner: citizenAnswer === 'yes' ? 'oral' : null,
      policy: defaultPolicy,
    });
    for (const [name, role] of Object.entries(PARTIES) as [PartyName, ParticipantRole][]) {
      const { id, organisationId: organisation } = castMember(name);
      await this.give('ravn', {
        type: 'addParticipant',
        participantId: this.participants[name],
        personId: id,
        role,
        organisationId: organisation,
        channel: 'mail',
        wishedByCitizen: true,
      });
    }
  }

  async #consents(): Promise<void> {
    await this.consent(this.citizen, ['ugle', 'gøg', 'mayJune']);
    // Recorded by somebody of the same house, so it waits.
    await this.consent('ravn', ['spurv']);
  }

  async consent(by: CastName, names: readonly PartyName[]): Promise<void> {
    const from = await this.stage.clock.now();
    const to = copenhagenInstant(addDays(addMonths(copenhagenDate(from), 12), -1), '00:00');
    await this.give(by, {
      type: 'giveConsent',
      consentId: randomUUID(),
      grants: names.map((name) => ({
        participantId: this.participants[name],
        kinds: CONSENTED[name],
        purpose: 'coordination',
        from,
        to,
      })),
      basis: 'healthAct43',
      manner: 'written',
      wordingVersion: '2026-1',
      givenBy: 'citizen',
      place: 'Hjemme hos borgeren',
      helperPersonId: null,
      minutesSpent: 30,
    });
  }

  async #gathering(): Promise<void> {
    const { ugle, gøg } = this.participants;
    await this.give('ravn', { type: 'requestGathering', participantIds: [ugle, gøg], answerBy: null });
    await this.give('ugle', {
      type: 'answerGathering',
      participantId: ugle,
      answer: {
        kind: 'plans',
        documentIds: [],
        existingPlans: [
          {
            id: 'plan-1',
            ownerPartyId: ugle,
            ownerRole: 'regionalPsychiatry',
            title: 'Behandlingsplan',
            statutory: true,
            status: 'active',
            period: { from: addMonths(await this.today(), -3) },
            goals: [{ id: 'goal-1', text: 'Sove om natten' }],
            interventions: [{ id: 'intervention-1', text: 'Samtale hver uge' }],
            appointments: [],
          },
        ],
      },
    });
  }

  async #meetings(): Promise<void> {
    const today = await this.today();
    const day = addWorkingDays(today, 12, defaultPolicy.closingDays);
    const later = addWorkingDays(today, 30, defaultPolicy.closingDays);
    await this.give('ravn', {
      type: 'fixMeeting',
      meetingId: this.meetingId,
      kind: 'plan',
      optionId: null,
      from: copenhagenInstant(day, '09:00'),
      to: copenhagenInstant(day, '10:30'),
      mode: 'room',
      place: 'Mødelokale 2, Testtorvet 1',
      chairParticipantId: null,
    });
    await this.performDue();
    await this.give('ravn', {
      type: 'sendAgenda',
      meetingId: this.meetingId,
      items: ['Hvad er vigtigst for dig?', 'Bolig', 'Næste aftaler'],
    });
    await this.give('ravn', {
      type: 'proposeMeeting',
      meetingId: this.proposalId,
      kind: 'followUp',
      options: [
        {
          optionId: this.optionIds[0],
          from: copenhagenInstant(later, '09:00'),
          to: copenhagenInstant(later, '10:00'),
        },
        {
          optionId: this.optionIds[1],
          from: copenhagenInstant(later, '13:00'),
          to: copenhagenInstant(later, '14:00'),
        },
      ],
      answerBy: null,
      mode: 'video',
      place: 'Videomøde',
    });
  }

  async #draft(): Promise<void> {
    await this.#sections();
    const today = await this.today();
    await this.give('ravn', {
      type: 'makeAgreement',
      agreementId: this.agreementId,
      goalId: this.goalId,
      title: 'Hjemmebesøg hver tirsdag',
      responsibleParticipantId: this.participants.gøg,
      dueDate: addMonths(today, 2),
      bindsAtOnce: false,
    });
    await this.give('ravn', { type: 'submitDraft' });
    await this.give(this.citizen, { type: 'approveDraft', participantId: 'citizen' });
    await this.give('ugle', { type: 'approveDraft', participantId: this.participants.ugle });
    await this.give('gøg', { type: 'approveDraft', participantId: this.participants.gøg });
    await this.performDue();
    await this.give('ravn', { type: 'openRevision', from: 'goals', reason: 'Et mål skal skrives om.' });
    await this.give('ravn', { type: 'submitDraft' });
    await this.performDue();
  }

  async #sections(): Promise<void> {
    const texts = {
      survey: 'Behandlingsplan i psykiatrien. Jobcentret har ikke svaret endnu.',
      challenges: `Jeg sover dårligt og mister overblikket.\n${NASTY}`,
      citizenWishes: 'Jeg vil gerne blive boende og have ro.',
      crisisPlan: 'Ring til min søster, når jeg ikke tager telefonen.',
      followUp: 'Vi mødes igen om et halvt år.',
    } as const;
    for (const section of ['survey', 'challenges', 'citizenWishes', 'crisisPlan', 'followUp'] as const) {
      await this.give('ravn', { type: 'saveSection', section, baseRevision: 0, content: texts[section] });
    }
    await this.give('ravn', {
      type: 'setGoal',
      goalId: this.goalId,
      title: 'Blive boende i egen lejlighed',
      priority: 1,
    });
  }
}

function actorOf(name: CastName): Actor {
  const { id, organisationId: organisation, organisationRoles } = castMember(name);
  const worksIn = organisation === null ? [] : [organisation];
  return { kind: 'person', personId: id, organisationId: organisation, organisationRoles, worksIn };
}
