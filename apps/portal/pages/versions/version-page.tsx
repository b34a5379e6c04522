import type { VNode } from 'preact';
import {
  REVISABLE_SECTIONS,
  type RevisableSection,
  WRITTEN_SECTIONS,
} from '../../../../libs/domain/drafting/drafting.types.js';
import type { Language } from '../../../../libs/contracts/problem.types.js';
import type { DeliveryView } from '../../../../libs/record/read/deliveries.read.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { PlanPart, ReadVersion } from '../../../../libs/reading/plan-pages.reading.js';
import type { VersionContent } from '../../../../libs/persistence/version-content.js';
import { ChoiceField } from '../../forms/choice-field.js';
import type { FormState } from '../../forms/form-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { SelectField } from '../../forms/select-field.js';
import { SendButton } from '../../forms/send-button.js';
import { TextField } from '../../forms/text-field.js';
import type { Visit, Visitor } from '../../http/visit.js';
import { Facts } from '../../plan/facts.js';
import { Names } from '../../plan/names.js';
import { PLAN_WORDS } from '../../plan/plan.words.js';
import { PlanLayout } from '../../plan/plan-layout.js';
import { Section, SharedSection, WrittenText } from '../../plan/section.js';
import { Table } from '../../plan/table.js';
import { CODE_WORDS } from '../../words/code.words.js';
import { DATES } from '../../words/dates.js';
import { askedAs } from './own-answer.js';
import { versionStatus } from './versions-page.js';
import { VERSION_WORDS } from './versions.words.js';

/** Sections to which somebody can object. */
export const OBJECTABLE: readonly (RevisableSection | 'survey')[] = ['survey', ...REVISABLE_SECTIONS];

interface PageParts {
  readonly visit: Visit & { readonly visitor: Visitor };
  readonly shown: PlanPart<ReadVersion>;
  readonly form: FormState;
  readonly done: string | null;
}

/** One version to read, and to approve where the reader is asked to. */
export function VersionPage({ visit, shown, form, done }: PageParts): VNode {
  const { language } = visit;
  const { head, part } = shown;
  const { version, content } = part;
  const words = VERSION_WORDS[language];
  const names = new Names(head, language);
  return (
    <PlanLayout
      visit={visit}
      head={head}
      page="versions"
      title={words.version(version.version)}
      problems={form.problems}
      done={done}
    >
      <Facts
        facts={[
          [words.status, versionStatus(language, version)],
          [words.lockReason, version.lockReason],
          [words.gaps, version.gaps.map((id) => names.participant(id)).join(', ')],
        ]}
      />
      {WRITTEN_SECTIONS.map((section) => (
        <SharedSection
          key={section}
          id={section}
          heading={CODE_WORDS[language].headings[section]}
          language={language}
          shared={head.kinds.includes(section)}
        >
          {content.sections[section] === undefined ? (
            <p>{words.nothing}</p>
          ) : (
            <WrittenText text={content.sections[section]} />
          )}
        </SharedSection>
      ))}
      <Goals visit={visit} head={head} content={content} />
      <Answers visit={visit} shown={shown} />
      <AnswerForm visit={visit} shown={shown} form={form} />
    </PlanLayout>
  );
}

interface GoalsParts {
  readonly visit: Visit;
  readonly head: PlanHead;
  readonly content: VersionContent;
}

function Goals({ visit, head, content }: GoalsParts): VNode {
  const { language } = visit;
  const words = VERSION_WORDS[language];
  const names = new Names(head, language);
  const { goals, agreements } = content;
  return (
    <SharedSection id="goals" heading={words.goals} language={language} shared={head.kinds.includes('goals')}>
      {goals === null || goals.length === 0 ? <p>{words.nothing}</p> : null}
      {(goals ?? []).map(({ goalId, title }) => (
        <article key={goalId} class="goal">
          <h3 class="h4">{title}</h3>
          <Table
            caption={words.goals}
            columns={[words.agreement, words.responsible, words.due, PLAN_WORDS[language].agreement.outcome]}
            rows={(agreements ?? [])
              .filter((agreement) => agreement.goalId === goalId)
              .map((agreement) => ({
                key: agreement.agreementId,
                cells: [
                  agreement.title,
                  names.participant(agreement.responsibleParticipantId),
                  DATES[language].day(agreement.dueDate),
                  agreement.outcome === null
                    ? PLAN_WORDS[language].agreement.open
                    : CODE_WORDS[language].agreementOutcomes[agreement.outcome],
                ],
              }))}
          />
        </article>
      ))}
    </SharedSection>
  );
}

function Answers({ visit, shown }: Pick<PageParts, 'visit' | 'shown'>): VNode {
  const { language } = visit;
  const { head, part } = shown;
  const words = VERSION_WORDS[language];
  const codes = CODE_WORDS[language];
  const names = new Names(head, language);
  const { approvals } = part.version;
  return (
    <>
      {approvals.length === 0 ? null : (
        <Section id="answers" heading={words.answers}>
          <Table
            caption={words.answers}
            columns={[words.who, words.answer]}
            rows={approvals.map(({ participantId, answer, section, reason, recordedBy, manner }) => ({
              key: participantId,
              cells: [
                names.participantInFull(participantId),
                answer === null
                  ? words.noAnswer
                  : [codes.approvalAnswers[answer], sectionName(codes.sections, section), reason]
                      .filter((one) => one !== null)
                      .join(': ') +
                    (recordedBy === null ? '' : words.recorded(names.person(recordedBy), manner)),
              ],
            }))}
          />
        </Section>
      )}
      {part.deliveries.length === 0 ? null : (
        <Section id="deliveries" heading={words.deliveries}>
          <Table
            caption={words.deliveries}
            columns={[words.who, words.status, words.when]}
            rows={part.deliveries.map(({ participantId, status, since, events }) => ({
              key: participantId,
              cells: [
                names.participantInFull(participantId),
                codes.deliveryStatuses[status],
                DATES[language].moment(since) + begunBefore(language, events),
              ],
            }))}
          />
        </Section>
      )}
    </>
  );
}

function sectionName(sections: Readonly<Record<string, string>>, section: string | null): string | null {
  return section === null ? null : (sections[section] ?? section);
}

/** That a mail was on its way already when the right to it ended. */
function begunBefore(language: Language, events: DeliveryView['events']): string {
  const last = events.at(-1);
  if (last?.rightEnded !== true || last.begunAt === null) return '';
  return VERSION_WORDS[language].begunBefore(DATES[language].moment(last.begunAt));
}

function AnswerForm({ visit, shown, form }: Pick<PageParts, 'visit' | 'shown' | 'form'>): VNode | null {
  const { head, part } = shown;
  const { version } = part;
  if (askedAs(head, version) === null) return null;
  const words = VERSION_WORDS[visit.language].form;
  const sections = OBJECTABLE.filter((section) => head.kinds.includes(section));
  return (
    <Section id="answer-form" heading={words.heading}>
      <p>{words.until(DATES[visit.language].lastDay(version.deadline))}</p>
      <PostForm visitor={visit.visitor} action={`/plans/${head.planId}/versions/${version.version}/answer`}>
        <input type="hidden" name="submitted" value={version.submittedAt} />
        <ChoiceField
          form={form}
          name="answer"
          label={words.question}
          choices={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no, hint: words.noHint },
          ]}
        />
        <SelectField
          form={form}
          name="section"
          label={words.section}
          hint={words.onlyForNo}
          choices={[
            { value: '', label: words.chooseSection },
            ...sections.map((section) => ({
              value: section,
              label: CODE_WORDS[visit.language].headings[section],
            })),
          ]}
        />
        <TextField form={form} name="reason" label={words.reason} hint={words.onlyForNo} rows={4} />
        <SendButton label={words.send} />
      </PostForm>
    </Section>
  );
}
