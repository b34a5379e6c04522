import type { FullPlan } from '../../reading/full-plan.js';
import * as codes from '../words/code-words.js';
import { danishTime } from '../words/field-words.js';
import { html, type Html } from './html.js';
import type { Names } from './names.js';
import { section, table, written } from './page-parts.js';

type Meeting = FullPlan['meetings'][number];

/** Meetings with who was asked, who came, and what was written. */
export function meetingSection({ meetings }: FullPlan, names: Names): Html {
  return section(
    3,
    'Møder',
    table(
      'Møder',
      ['Hvornår', 'Møde', 'Indkaldt', 'Fremmøde', 'Dagsorden og referat'],
      meetings.map((one) => [
        one.from === null ? 'Ikke fastlagt' : danishTime(one.from),
        [
          html`<p>
            ${codes.MEETING_KINDS[one.kind]}, ${codes.MEETING_STATUSES[one.status].toLowerCase()},
            ${codes.MEETING_MODES[one.mode].toLowerCase()}: ${one.place}
          </p>`,
          written(one.changeReason),
          written(one.withoutCitizenReason),
        ],
        invited(one, names),
        one.attendance.map(
          ({ participantId, mode }) =>
            html`<p>${names.participant(participantId)}: ${codes.ATTENDANCE_MODES[mode]}</p>`,
        ),
        [(one.agenda ?? []).map((item) => html`<p>${item}</p>`), written(one.minutes)],
      ]),
    ),
  );
}

function invited({ invitations, optionAnswers }: Meeting, names: Names): Html[] {
  const asked = optionAnswers.map(
    ({ participantId, answers }) =>
      html`<p>
        ${names.participant(participantId)} om forslag:
        ${Object.values(answers)
          .map((answer) => codes.OPTION_ANSWERS[answer])
          .join(', ')}
      </p>`,
  );
  const called = invitations.map(
    ({ participantId, response, withdrawnAt }) =>
      html`<p>
        ${names.participant(participantId)}:
        ${
          withdrawnAt !== null
            ? 'taget tilbage'
            : response === null
              ? 'intet svar'
              : codes.RESPONSES[response]
        }
      </p>`,
  );
  return [...asked, ...called];
}
