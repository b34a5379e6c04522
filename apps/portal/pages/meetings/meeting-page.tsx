import type { VNode } from 'preact';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { StaffMember } from '../../../../libs/reading/register.reading.js';
import type { VisibleMeeting } from '../../../../libs/reading/visible-parts.js';
import type { FormState } from '../../forms/form-fields.js';
import type { Visit, Visitor } from '../../http/visit.js';
import { Facts } from '../../plan/facts.js';
import { Names } from '../../plan/names.js';
import { PlanLayout } from '../../plan/plan-layout.js';
import { Section, WrittenText } from '../../plan/section.js';
import { Table } from '../../plan/table.js';
import { CODE_WORDS } from '../../words/code.words.js';
import { ResponseForm, TimesForm } from './meeting-forms.js';
import { MeetingFacts } from './meetings-page.js';
import { MEETING_WORDS } from './meetings.words.js';

/** One meeting with what the reader needs to answer. */
export interface MeetingParts {
  readonly visit: Visit & { readonly visitor: Visitor };
  readonly head: PlanHead;
  readonly meeting: VisibleMeeting;
  /** Who could come instead. */
  readonly colleagues: readonly StaffMember[];
  readonly form: FormState;
  readonly done: string | null;
}

/** One meeting: when, where, about what, who comes; and the reader's own answer. */
export function MeetingPage(parts: MeetingParts): VNode {
  const { visit, head, meeting, form, done } = parts;
  const { language } = visit;
  const words = MEETING_WORDS[language];
  const { agenda, minutes, chairParticipantId } = meeting;
  const chair =
    chairParticipantId === null ? null : new Names(head, language).participantInFull(chairParticipantId);
  return (
    <PlanLayout
      visit={visit}
      head={head}
      page="meetings"
      title={CODE_WORDS[language].meetingKinds[meeting.kind]}
      problems={form.problems}
      done={done}
    >
      <MeetingFacts language={language} head={head} meeting={meeting} />
      <Facts facts={[[words.chair, chair]]} />
      <ResponseForm {...parts} />
      <TimesForm {...parts} />
      {agenda === null || agenda.length === 0 ? null : (
        <Section id="agenda" heading={words.agenda}>
          <ol>
            {agenda.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </Section>
      )}
      {minutes === null ? null : (
        <Section id="minutes" heading={words.minutes}>
          <WrittenText text={minutes} />
        </Section>
      )}
      <People {...parts} />
    </PlanLayout>
  );
}

/** Who is asked and who came, as far as the reader may see it. */
function People({ visit, head, meeting }: MeetingParts): VNode {
  const { language } = visit;
  const words = MEETING_WORDS[language];
  const codes = CODE_WORDS[language];
  const names = new Names(head, language);
  const invited = meeting.invitations.filter(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <>
      {invited.length === 0 ? null : (
        <Section id="invited" heading={words.invited}>
          <Table
            caption={words.invited}
            columns={[words.who, words.answer]}
            rows={invited.map(({ participantId, response, deputyPersonId }) => ({
              key: participantId,
              cells: [
                names.participantInFull(participantId),
                [
                  response === null ? words.noAnswer : codes.responses[response],
                  deputyPersonId === null ? null : words.deputyComes(names.person(deputyPersonId)),
                ]
                  .filter((one) => one !== null)
                  .join('. '),
              ],
            }))}
          />
        </Section>
      )}
      {meeting.attendance.length === 0 ? null : (
        <Section id="attendance" heading={words.attendance}>
          <Table
            caption={words.attendance}
            columns={[words.who, words.how]}
            rows={meeting.attendance.map(({ participantId, mode }) => ({
              key: participantId,
              cells: [names.participantInFull(participantId), codes.attendanceModes[mode]],
            }))}
          />
        </Section>
      )}
    </>
  );
}
