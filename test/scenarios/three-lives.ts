import { addDays, addMonths, copenhagenInstant, type Instant } from '../../libs/domain/calendar/index.js';
import type { Life } from './life.js';
import { consentWithdrawnMidway } from './lives/consent-withdrawn-midway.js';
import { nobodyAnswers } from './lives/nobody-answers.js';
import { sixMeetingsTwelvePeople } from './lives/six-meetings-twelve-people.js';
import { firstWorkingDayOfNextYear, workingDay } from './story-calendar.js';

export interface ThreeLives {
  readonly sixMeetings: Life;
  readonly withdrawn: Life;
  readonly nobody: Life;
  /** A month after the last of them is over: until then it can be seen that nobody hears of them any more. */
  readonly until: Instant;
}

/** The three lives that the system must carry, over 26 months from the first working day of the next year. */
export function threeLives(now: Instant): ThreeLives {
  const begins = firstWorkingDayOfNextYear(now);
  return {
    sixMeetings: sixMeetingsTwelvePeople(begins),
    withdrawn: consentWithdrawnMidway(workingDay(begins, 10)),
    nobody: nobodyAnswers(workingDay(begins, 20)),
    until: copenhagenInstant(addDays(addMonths(begins, 27), 7), '12:00'),
  };
}
