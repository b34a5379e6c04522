import type { VNode } from 'preact';
import { ChoiceField } from '../../forms/choice-field.js';
import { PostForm } from '../../forms/post-form.js';
import { SelectField } from '../../forms/select-field.js';
import { SendButton } from '../../forms/send-button.js';
import { Section } from '../../plan/section.js';
import { CODE_WORDS } from '../../words/code.words.js';
import { DATES } from '../../words/dates.js';
import type { MeetingParts } from './meeting-page.js';
import { MEETING_WORDS } from './meetings.words.js';
import { canAnswerTimes, canRespond, ownInvitation } from './own-part.js';

/** The name of the field for one proposed time. */
export function timeField(optionId: string): string {
  return `time-${optionId}`;
}

/** Whether the reader comes, or who comes instead. */
export function ResponseForm({ visit, head, meeting, colleagues, form }: MeetingParts): VNode | null {
  const invitation = ownInvitation(head, meeting);
  if (invitation === null || !canRespond(head, meeting)) return null;
  const words = MEETING_WORDS[visit.language].response;
  return (
    <Section id="response-form" heading={words.heading}>
      <p>{words.until(DATES[visit.language].lastDay(invitation.respondBy))}</p>
      <PostForm visitor={visit.visitor} action={`${addressOf(head, meeting)}/response`}>
        <input type="hidden" name="sequence" value={meeting.sequence} />
        <ChoiceField
          form={form}
          name="response"
          label={words.question}
          choices={[
            { value: 'accepted', label: words.accepted },
            { value: 'tentative', label: words.tentative },
            { value: 'declined', label: words.declined },
          ]}
        />
        {colleagues.length === 0 ? null : (
          <SelectField
            form={form}
            name="deputy"
            label={words.deputy}
            optional
            choices={[
              { value: '', label: words.nobody },
              ...colleagues.map(({ personId, givenName, familyName }) => ({
                value: personId,
                label: `${givenName} ${familyName}`,
              })),
            ]}
          />
        )}
        <ChoiceField
          form={form}
          name="wish"
          label={words.wish}
          optional
          several
          choices={[{ value: 'anotherTime', label: words.anotherTime }]}
        />
        <SendButton label={words.send} />
      </PostForm>
    </Section>
  );
}

/** Which of the proposed times suit the reader. */
export function TimesForm({ visit, head, meeting, form }: MeetingParts): VNode | null {
  if (!canAnswerTimes(head, meeting)) return null;
  const { language } = visit;
  const words = MEETING_WORDS[language].times;
  const answers = CODE_WORDS[language].optionAnswers;
  const { answerBy } = meeting;
  return (
    <Section id="times-form" heading={words.heading}>
      <p>{answerBy === null ? words.textWithoutDay : words.text(DATES[language].lastDay(answerBy))}</p>
      <PostForm visitor={visit.visitor} action={`${addressOf(head, meeting)}/times`}>
        {meeting.options.map(({ optionId, from, to }) => (
          <ChoiceField
            key={optionId}
            form={form}
            name={timeField(optionId)}
            label={DATES[language].period(from, to)}
            choices={[
              { value: 'yes', label: answers.yes },
              { value: 'ifNeeded', label: answers.ifNeeded },
              { value: 'no', label: answers.no },
            ]}
          />
        ))}
        <SendButton label={words.send} />
      </PostForm>
    </Section>
  );
}

function addressOf({ planId }: MeetingParts['head'], { meetingId }: MeetingParts['meeting']): string {
  return `/plans/${planId}/meetings/${encodeURIComponent(meetingId)}`;
}
