/** Ids of the examples. The citizen is Magnus Test Lauridsen, a public fictitious test person. */
export const EXAMPLE_IDS = {
  plan: '0b8f3c52-6c1e-4d8a-9d35-1f0c2b7a4e01',
  otherPlan: '0b8f3c52-6c1e-4d8a-9d35-1f0c2b7a4e02',
  citizen: '3f2a9d10-5b7c-4e21-8a44-6d5e0c9b1a01',
  coordinator: '3f2a9d10-5b7c-4e21-8a44-6d5e0c9b1a02',
  practitioner: '3f2a9d10-5b7c-4e21-8a44-6d5e0c9b1a03',
  organisation: '7c1d4e5f-2a3b-4c6d-8e9f-0a1b2c3d4e01',
  psychiatry: '9e8d7c6b-5a49-4838-9271-605f4e3d2c01',
  jobCentre: '9e8d7c6b-5a49-4838-9271-605f4e3d2c02',
  consent: 'a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c01',
  basis: 'a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c02',
  meeting: 'b2c3d4e5-f6a7-4b8c-9d0e-1f2a3b4c5d01',
  option: 'b2c3d4e5-f6a7-4b8c-9d0e-1f2a3b4c5d02',
  goal: 'c3d4e5f6-a7b8-4c9d-8e1f-2a3b4c5d6e01',
  agreement: 'c3d4e5f6-a7b8-4c9d-8e1f-2a3b4c5d6e02',
  machineClient: '7c1d4e5f-2a3b-4c6d-8e9f-0a1b2c3d4e02',
  accessLink: 'd4e5f6a7-b8c9-4d0e-9f2a-3b4c5d6e7f03',
  request: 'd4e5f6a7-b8c9-4d0e-9f2a-3b4c5d6e7f01',
  document: 'd4e5f6a7-b8c9-4d0e-9f2a-3b4c5d6e7f02',
} as const;

export const COMMAND_ANSWER_EXAMPLE = {
  planId: EXAMPLE_IDS.plan,
  seq: 7,
  phase: 'gathering',
  waitState: {
    waitingFor: ['gatheringAnswer'],
    waitingOn: ['regionalPsychiatry'],
    overdueFor: [],
    overdueSince: null,
    nextStep: { step: 'remindParty', at: '2027-03-12T08:00:00.000Z' },
    problem: null,
    summary: 'Venter på svar fra regionspsykiatrien siden 1. marts 2027.',
    over: false,
  },
  events: [
    {
      seq: 7,
      type: 'gatheringRequested',
      at: '2027-03-01T09:00:00.000Z',
      ids: { participantId: EXAMPLE_IDS.psychiatry },
    },
  ],
};
