export { MailReturns, type MailReturnsParts } from './mail-returns.js';
export { NoticeDelivery } from './notice-delivery.js';
export { isAwake } from './notice-lease.js';
export type { NoticeLog } from './notice-log.js';
export type { NoticeSettings } from './notice-settings.js';
export { NoticeShift } from './notice-shift.js';
export { meetingTime, noticeItem, type PlanNotice } from './notice-content.js';
export { noticeOfTask, occasionSeq } from './task-notice.js';
