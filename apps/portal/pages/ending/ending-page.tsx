import type { VNode } from 'preact';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { PlanPart, PreviewedEnding } from '../../../../libs/reading/plan-pages.reading.js';
import type { FormState } from '../../forms/form-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { TextField } from '../../forms/text-field.js';
import type { Visit, Visitor } from '../../http/visit.js';
import { Names } from '../../plan/names.js';
import { PlanLayout } from '../../plan/plan-layout.js';
import { Section } from '../../plan/section.js';
import { DATES } from '../../words/dates.js';
import { ENDING_WORDS } from './ending.words.js';

interface PageParts {
  readonly visit: Visit & { readonly visitor: Visitor };
  readonly shown: PlanPart<PreviewedEnding>;
  readonly form: FormState;
}

/** Whether the reader may end the course alone; the rules say so again, and who of them speaks for the citizen. */
export function mayEndCourse({ roles, endedAt }: PlanHead): boolean {
  return endedAt === null && roles.some((role) => role === 'citizen' || role === 'custodyHolder');
}

/** What follows from the citizen's stop, and the one button that does it. */
export function EndingPage(parts: PageParts): VNode {
  const { visit, shown, form } = parts;
  const { language } = visit;
  const { head, part } = shown;
  const words = ENDING_WORDS[language];
  const names = new Names(head, language);
  const { effects } = part;
  const name = (participantId: string): string => names.participantInFull(participantId);
  return (
    <PlanLayout visit={visit} head={head} page="requests" title={words.title} problems={form.problems}>
      <p class="font-lead">{words.lead}</p>
      <Section id="sees" heading={words.sees}>
        <List items={effects.losesSight.map((one) => words.toldBy(name(one)))} none={words.seesNobody} />
        <p>{words.keeps}</p>
      </Section>
      <Section id="meetings" heading={words.meetings}>
        <List items={meetingWords(parts)} none={words.noMeetings} />
      </Section>
      <Section id="told" heading={words.told}>
        <List
          items={[
            ...(effects.tellsCoordinator ? [words.toldCoordinator] : []),
            ...effects.tells.map(({ participantId, byMail }) =>
              byMail ? words.toldBy(name(participantId)) : words.toldOtherwise(name(participantId)),
            ),
          ]}
          none=""
        />
      </Section>
      <Section id="received" heading={words.received}>
        <List
          items={effects.received.map(({ participantId, version, status }) =>
            status === 'queued'
              ? words.underWay(name(participantId), version)
              : words.version(name(participantId), version),
          )}
          none={words.receivedNothing}
        />
      </Section>
      <Section id="after" heading={words.after}>
        <p>{words.afterText}</p>
      </Section>
      <PostForm visitor={visit.visitor} action={`/plans/${head.planId}/ending`}>
        <TextField form={form} name="words" label={words.words} rows={3} />
        <div class="button-row">
          <button type="submit" class="button button-primary">
            {words.confirm}
          </button>
          <a class="button button-secondary" href={`/plans/${head.planId}`}>
            {words.back}
          </a>
        </div>
      </PostForm>
    </PlanLayout>
  );
}

/** What was done and when, for who did it. */
export function EndingReceiptPage({
  visit,
  head,
}: Omit<PageParts, 'shown' | 'form'> & { readonly head: PlanHead }): VNode {
  const { language } = visit;
  const words = ENDING_WORDS[language];
  return (
    <PlanLayout visit={visit} head={head} page="requests" title={words.receiptTitle}>
      <p class="font-lead">{words.receipt(DATES[language].moment(head.endedAt ?? head.at))}</p>
      <p>
        <a href={`/plans/${head.planId}`}>{words.toPlan}</a>
      </p>
    </PlanLayout>
  );
}

function meetingWords({ visit, shown }: PageParts): string[] {
  const { language } = visit;
  const words = ENDING_WORDS[language];
  const { effects, meetings } = shown.part;
  return meetings
    .filter(({ meetingId }) => effects.cancelsMeetings.includes(meetingId))
    .map(({ from, to }) =>
      from === null || to === null ? words.unfixedMeeting : words.meeting(DATES[language].period(from, to)),
    );
}

function List({ items, none }: { readonly items: readonly string[]; readonly none: string }): VNode {
  if (items.length === 0) return <p>{none}</p>;
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
