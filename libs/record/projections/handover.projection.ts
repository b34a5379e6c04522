import type { HandoverEvent } from '../../domain/handover/handover.types.js';
import { beginCoordinatorPeriod, endCoordinatorPeriod, endProposal } from './coordinators.js';
import type { ProjectorsOf } from './projection.types.js';
import { insertRow } from './rows.js';

export const handoverProjectors: ProjectorsOf<HandoverEvent> = {
  handoverProposed: (context, { successorPersonId, reason, deadline }) =>
    insertRow(context, 'handovers', {
      seq: context.seq,
      successor_person_id: successorPersonId,
      reason,
      proposed_at: context.at,
      deadline,
    }),
  async handoverAccepted(context, { personId }) {
    await endProposal(context, 'accepted', null);
    await beginCoordinatorPeriod(context, personId);
  },
  handoverDeclined: (context, { reason }) => endProposal(context, 'declined', reason),
  handoverWithdrawn: (context) => endProposal(context, 'withdrawn', null),
  coordinatorResigned: (context) => endCoordinatorPeriod(context),
  async coordinatorNamed(context, { personId }) {
    await endProposal(context, 'withdrawn', null);
    await beginCoordinatorPeriod(context, personId);
  },
  coordinatorLeft: (context) => endCoordinatorPeriod(context),
  coordinatorReturned: (context, { personId }) => beginCoordinatorPeriod(context, personId),
  successorLeft: (context) => endProposal(context, 'withdrawn', null),
  deputyAppointed: null,
  deputyBegun: null,
  deputyEnded: null,
};
