export { notices } from './notices/notices.workflow.js';
export { plan } from './plan/plan.workflow.js';
export { retention } from './retention/retention.workflow.js';
export { sweeper } from './sweeper/sweeper.workflow.js';
