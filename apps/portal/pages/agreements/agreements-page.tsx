import type { VNode } from 'preact';
import type { AgreementOutcome } from '../../../../libs/domain/drafting/drafting.types.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { PlanPart } from '../../../../libs/reading/plan-pages.reading.js';
import type { AgreementView } from '../../../../libs/record/read/drafting.read.js';
import { ChoiceField } from '../../forms/choice-field.js';
import type { FormState } from '../../forms/form-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { SendButton } from '../../forms/send-button.js';
import { TextField } from '../../forms/text-field.js';
import type { Visit, Visitor } from '../../http/visit.js';
import { AgreementTable } from '../../plan/agreement-table.js';
import { Facts } from '../../plan/facts.js';
import { Names } from '../../plan/names.js';
import { PlanLayout } from '../../plan/plan-layout.js';
import { PLAN_WORDS } from '../../plan/plan.words.js';
import { Section } from '../../plan/section.js';
import { DATES } from '../../words/dates.js';
import { AGREEMENT_WORDS } from './agreements.words.js';

/** How a page can say that an agreement went; one that is changed has another in its place, which the coordinator makes. */
export const REPORTED_OUTCOMES = ['kept', 'late', 'dropped'] as const satisfies readonly AgreementOutcome[];

interface PageParts {
  readonly visit: Visit;
  readonly shown: PlanPart<readonly AgreementView[]>;
  readonly done: string | null;
}

/** Who promised what, and how it went. */
export function AgreementsPage({ visit, shown, done }: PageParts): VNode {
  const { language } = visit;
  const { head, part } = shown;
  const words = AGREEMENT_WORDS[language];
  const open = part.filter(({ outcome }) => outcome === null);
  const ended = part.filter(({ outcome }) => outcome !== null);
  return (
    <PlanLayout visit={visit} head={head} page="agreements" title={words.title} done={done}>
      <p class="font-lead">{words.lead}</p>
      {part.length === 0 ? <p>{words.none}</p> : null}
      {open.length === 0 ? null : (
        <Section id="open-agreements" heading={words.open}>
          <ul class="plan-list nobullet-list no-max-width">
            {open.map((agreement) => (
              <li key={agreement.agreementId} class="plan-card">
                <h3 class="h4">{agreement.title}</h3>
                <AgreementFacts visit={visit} head={head} agreement={agreement} />
                {mayReport(head, agreement) ? (
                  <p>
                    <a href={agreementAddress(head, agreement)} aria-label={words.reportOf(agreement.title)}>
                      {words.report}
                    </a>
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {ended.length === 0 ? null : (
        <Section id="ended-agreements" heading={words.ended}>
          <AgreementTable language={language} caption={words.ended} head={head} agreements={ended} />
        </Section>
      )}
    </PlanLayout>
  );
}

/** Whether the reader is asked how an agreement went; the rules decide it when it is told. */
export function mayReport(head: PlanHead, { responsibleParticipantId }: AgreementView): boolean {
  if (head.endedAt !== null || !head.permits('endAgreement')) return false;
  return head.leads || head.own.includes(responsibleParticipantId);
}

/** Where it is told how an agreement went. */
export function agreementAddress({ planId }: PlanHead, { agreementId }: AgreementView): string {
  return `/plans/${planId}/agreements/${agreementId}`;
}

interface AgreementParts {
  readonly visit: Visit;
  readonly head: PlanHead;
  readonly agreement: AgreementView;
}

function AgreementFacts({ visit: { language }, head, agreement }: AgreementParts): VNode {
  const words = PLAN_WORDS[language].agreement;
  const { responsibleParticipantId, dueDate } = agreement;
  return (
    <Facts
      facts={[
        [words.who, new Names(head, language).participant(responsibleParticipantId)],
        [words.when, DATES[language].day(dueDate)],
      ]}
    />
  );
}

interface ReportParts extends AgreementParts {
  readonly visit: Visit & { readonly visitor: Visitor };
  readonly form: FormState;
}

/** One agreement, of which it is told how it went. */
export function AgreementPage({ visit, head, agreement, form }: ReportParts): VNode {
  const words = AGREEMENT_WORDS[visit.language].form;
  return (
    <PlanLayout visit={visit} head={head} page="agreements" title={agreement.title} problems={form.problems}>
      <AgreementFacts visit={visit} head={head} agreement={agreement} />
      <h2>{words.title}</h2>
      <PostForm visitor={visit.visitor} action={agreementAddress(head, agreement)}>
        <ChoiceField
          form={form}
          name="outcome"
          label={words.outcome}
          choices={REPORTED_OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))}
        />
        <TextField form={form} name="reason" label={words.reason} hint={words.reasonHint} rows={4} optional />
        <p>{words.change}</p>
        <SendButton label={words.send} />
      </PostForm>
    </PlanLayout>
  );
}
