import type { ExistingPlan } from '../../libs/domain/overlap/index.js';

/** An existing plan of a party with so much in it. */
export function existingPlanWith(many: {
  readonly goals?: number;
  readonly interventions?: number;
  readonly appointments?: number;
}): ExistingPlan {
  const { goals = 0, interventions = 0, appointments = 0 } = many;
  return {
    id: 'existing-plan',
    ownerPartyId: 'psychiatry',
    ownerRole: 'regionalPsychiatry',
    title: 'Behandlingsplan',
    statutory: true,
    status: 'active',
    period: {},
    goals: numbered(goals).map((id) => ({ id, text: 'Sove om natten' })),
    interventions: numbered(interventions).map((id) => ({ id, text: 'Samtale hver uge' })),
    appointments: numbered(appointments).map((id) => ({
      id,
      title: 'Samtale',
      from: '2027-03-01T09:00:00.000Z',
      to: '2027-03-01T10:00:00.000Z',
    })),
  };
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, position) => String(position));
}
