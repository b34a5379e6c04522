import { CITIZEN } from '../../domain/participants/participant.types.js';
import type { CourseEvent } from '../../domain/plan/plan.types.js';
import { beginCoordinatorPeriod, endCoordinatorPeriod, endProposal } from './coordinators.js';
import { writeNote } from './coordination-notes.js';
import type { EventContext, ProjectorsOf } from './projection.types.js';
import { insertRow, updateRows } from './rows.js';
import { returnVersion } from './versions.js';

/** The plan's own row follows from the snapshot; here stands what only the events tell. */
export const courseProjectors: ProjectorsOf<CourseEvent> = {
  async planStarted(context, { citizenPersonId, citizenChannel, coordinatorPersonId }) {
    await insertRow(context, 'participants', {
      participant_id: CITIZEN,
      person_id: citizenPersonId,
      role: 'citizen',
      organisation_id: null,
      channel: citizenChannel,
      joined_at: context.at,
      removed_at: null,
    });
    await beginCoordinatorPeriod(context, coordinatorPersonId);
  },
  citizenAnswered: null,
  custodyHolderAnswered: null,
  policyReplaced: null,
  planHeld: (context, { reason }) => writeNote(context, 'hold', '', reason),
  planResumed: (context) => writeNote(context, 'hold', '', null),
  async planEnded(context, { note }) {
    await writeNote(context, 'hold', '', null);
    await writeNote(context, 'end', '', note);
    await closeWhatIsOpen(context);
  },
  planMergedIn: null,
  async planReopened(context, { coordinatorPersonId }) {
    await writeNote(context, 'end', '', null);
    await endProposal(context, 'withdrawn', null);
    await beginCoordinatorPeriod(context, coordinatorPersonId);
  },
  stepPerformed: null,
  stepProblemReported: null,
  noticeReported: null,
};

/** With the plan ends whatever somebody still had to do for it. */
async function closeWhatIsOpen(context: EventContext): Promise<void> {
  const { at } = context;
  await updateRows(context, 'tasks', { closed_at: null }, { closed_at: at, how: 'moot' });
  await updateRows(context, 'citizen_requests', { answered_at: null, lapsed_at: null }, { lapsed_at: at });
  await updateRows(context, 'follow_ups', { closed_at: null }, { closed_at: at });
  await returnVersion(context);
  await endProposal(context, 'withdrawn', null);
  await endCoordinatorPeriod(context);
}
