/** Plans' processes, the sweeper, and every step that is one short transaction. */
export const PLANS_TASK_QUEUE = 'plans';

/** The dispatchers of notices: they talk to mail servers and may linger. */
export const NOTICES_TASK_QUEUE = 'notices';
