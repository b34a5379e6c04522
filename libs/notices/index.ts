export { NoticeDelivery } from './notice-delivery.js';
export { clearLease, isAwake, takeLease } from './notice-lease.js';
export type { NoticeLog } from './notice-log.js';
export type { NoticeSettings } from './notice-settings.js';
export { NoticeListener } from './notice-listener.js';
export { NoticeShift } from './notice-shift.js';
export { nextDueAt } from './notice-claims.js';
