import type { Environment } from '../config/environment.js';

/** How long what belongs to no plan is kept. */
export interface RetentionSettings {
  /** Months after which somebody is erased who takes part in nothing any more. */
  readonly peopleMonths: number;
  /** Months after which network addresses in the audit are forgotten. */
  readonly addressMonths: number;
  /** Days after which the answer to a request is not repeated any more. */
  readonly answerDays: number;
}

/** As the environment has it. */
export function retentionSettingsOf(environment: Environment): RetentionSettings {
  return {
    peopleMonths: environment.PEOPLE_RETENTION_MONTHS,
    addressMonths: environment.ADDRESS_RETENTION_MONTHS,
    answerDays: environment.ANSWER_RETENTION_DAYS,
  };
}
