import type { NoticeActivitiesHost } from '../../activities/notices/notice.activities.js';
import { planActivities } from '../../activities/plan/plan.activities.js';
import { StepPerformer } from '../../activities/plan/step-performer.js';
import { retentionActivities } from '../../activities/retention/retention.activities.js';
import { sweeperActivities } from '../../activities/sweeper/sweeper.activities.js';
import { RetentionRun } from '../../libs/erasure/retention-run.js';
import { retentionSettingsOf } from '../../libs/erasure/retention-settings.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';
import type { HostedActivities } from '../../libs/temporal/worker-host.js';

/** Every activity that a worker offers, by the task queue that asks for it. */
export function hostedActivities(
  parts: ProcessParts,
  notices: Pick<NoticeActivitiesHost, 'drainNotices'>,
): HostedActivities {
  const { client, clock, database, environment, record, relay } = parts;
  return {
    plans: {
      ...planActivities(new StepPerformer(record)),
      ...sweeperActivities(client, database, clock, relay),
      ...retentionActivities(new RetentionRun(parts, retentionSettingsOf(environment))),
    },
    notices: { drainNotices: notices.drainNotices.bind(notices) },
  };
}
