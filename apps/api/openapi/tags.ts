/** The resources, in the order of a plan's life. */
export const TAGS = [
  { name: 'plans', description: 'A plan, from its start to its end, and lists of plans.' },
  { name: 'participants', description: 'Who takes part.' },
  { name: 'access-links', description: 'Links for participants who cannot sign in.' },
  {
    name: 'consents',
    description: 'What the citizen allows to be disclosed to whom, and other recorded bases.',
  },
  { name: 'gathering', description: 'The survey of existing plans, and where they overlap.' },
  { name: 'meetings', description: 'Plan meetings: proposed, fixed, held.' },
  { name: 'draft', description: 'Sections, goals and agreements, approval and versions.' },
  { name: 'distribution', description: 'Which version went to whom, and how far it came.' },
  { name: 'follow-up', description: 'Follow-up cycles.' },
  { name: 'citizen-requests', description: 'What the citizen asks for, answered by a deadline.' },
  { name: 'handover', description: 'Coordinator and deputy.' },
  { name: 'tasks', description: 'Work that only a person can do.' },
  { name: 'documents', description: 'Uploaded documents.' },
  { name: 'audit', description: 'Who read or changed what, and what was refused.' },
  { name: 'register', description: 'Citizens, people, organisations and the machines that they run.' },
  {
    name: 'corrections',
    description: 'What the register has of somebody, corrected, with what was there before.',
  },
  { name: 'citizen-data', description: 'Everything that is kept about somebody, for the person.' },
  {
    name: 'erasure',
    description: 'Plans that are kept beyond their time because the law or a dispute needs them.',
  },
  { name: 'signed-in', description: 'Who is signed in.' },
  { name: 'figures', description: 'Figures for evaluation, in which nobody can be recognised.' },
  { name: 'policies', description: 'Durations, ladders and required roles.' },
  { name: 'health', description: 'Whether the system works.' },
] as const;
