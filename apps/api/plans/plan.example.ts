import { CITIZEN_REQUESTS_EXAMPLE } from '../citizen-requests/citizen-requests.view.js';
import { CONSENTS_EXAMPLE } from '../consents/consents.view.js';
import { DELIVERIES_EXAMPLE } from '../distribution/distribution.view.js';
import { DOCUMENT_EXAMPLE } from '../documents/documents.view.js';
import { AGREEMENTS_EXAMPLE, GOALS_EXAMPLE, SECTION_EXAMPLE, VERSIONS_EXAMPLE } from '../draft/draft.view.js';
import { FOLLOW_UPS_EXAMPLE } from '../follow-up/follow-up.view.js';
import { EXISTING_PLANS_EXAMPLE, GATHERING_EXAMPLE } from '../gathering/gathering.view.js';
import { HANDOVER_EXAMPLE } from '../handover/handover.view.js';
import { MEETINGS_EXAMPLE } from '../meetings/meetings.view.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { PARTICIPANTS_EXAMPLE } from '../participants/participants.view.js';
import { TASKS_EXAMPLE } from '../tasks/tasks.view.js';
import type { PlanFullView } from './plan.view.js';

/** A plan as its coordinator sees it. */
export const PLAN_EXAMPLE: PlanFullView = {
  planId: EXAMPLE_IDS.plan,
  seq: 7,
  roles: ['coordinator'],
  participantIds: [],
  kinds: ['course', 'masterData', 'goals'],
  phase: 'gathering',
  startedAt: '2027-03-01T09:00:00.000Z',
  updatedAt: '2027-03-02T09:00:00.000Z',
  endedAt: null,
  waitState: null,
  awaited: [],
  masterData: {
    number: 'KI-2027-48392017',
    grounds: ['severeMentalIllnessWithSubstanceUse'],
    courseType: 'coordinated',
    cluster: 'Nord',
    municipalityCode: '0219',
    department: 'Rusmiddelcentret',
    organisationId: EXAMPLE_IDS.organisation,
    organisationName: 'Rusmiddelcentret',
    citizen: {
      personId: EXAMPLE_IDS.citizen,
      givenName: 'Magnus Test',
      familyName: 'Lauridsen',
      birthDate: '1990-04-05',
      deceased: false,
      protectedIdentity: false,
    },
    coordinatorPersonId: EXAMPLE_IDS.coordinator,
    contactPersonId: null,
    citizenAnswer: 'yes',
    holdReason: null,
    holdUntil: null,
    endReason: null,
  },
  participants: PARTICIPANTS_EXAMPLE.items,
  consents: CONSENTS_EXAMPLE,
  gatheringRequests: GATHERING_EXAMPLE.items,
  existingPlans: EXISTING_PLANS_EXAMPLE.items,
  meetings: MEETINGS_EXAMPLE.items,
  sections: [SECTION_EXAMPLE],
  goals: GOALS_EXAMPLE.items,
  agreements: AGREEMENTS_EXAMPLE.items,
  keptShare: null,
  versions: VERSIONS_EXAMPLE.items,
  deliveries: DELIVERIES_EXAMPLE.items,
  followUp: { intervalMonths: FOLLOW_UPS_EXAMPLE.intervalMonths, nextOn: FOLLOW_UPS_EXAMPLE.nextOn },
  followUps: FOLLOW_UPS_EXAMPLE.items,
  citizenRequests: CITIZEN_REQUESTS_EXAMPLE.items,
  handover: HANDOVER_EXAMPLE,
  tasks: TASKS_EXAMPLE.items,
  documents: [DOCUMENT_EXAMPLE],
  dutyPeriods: [
    { duty: 'consent', round: 1, beganAt: '2027-03-01T09:00:00.000Z', endedAt: '2027-03-02T09:00:00.000Z' },
  ],
};
