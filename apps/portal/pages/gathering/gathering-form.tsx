import type { VNode } from 'preact';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { ParticipantView } from '../../../../libs/record/read/participants.read.js';
import { ChoiceField } from '../../forms/choice-field.js';
import { DateField } from '../../forms/date-field.js';
import { FileField } from '../../forms/file-field.js';
import type { FormState } from '../../forms/form-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { SelectField } from '../../forms/select-field.js';
import { SendButton } from '../../forms/send-button.js';
import { TextField } from '../../forms/text-field.js';
import type { Visit, Visitor } from '../../http/visit.js';
import { DATES } from '../../words/dates.js';
import { PLAN_STATUSES } from './gathering-answer.js';
import { GATHERING_WORDS } from './gathering.words.js';

interface FormParts {
  readonly visit: Visit & { readonly visitor: Visitor };
  readonly head: PlanHead;
  readonly form: FormState;
  readonly party: ParticipantView;
  readonly deadline: string;
}

/** A party's answer: none, cannot, a plan in a few words, a document. */
export function GatheringForm({ visit, head, form, party, deadline }: FormParts): VNode {
  const words = GATHERING_WORDS[visit.language].form;
  const action = `/plans/${head.planId}/gathering/${party.participantId}`;
  return (
    <section class="plan-section" aria-labelledby="gathering-form">
      <h2 id="gathering-form" class="h3">
        {words.heading}
      </h2>
      <p>{words.until(DATES[visit.language].lastDay(deadline))}</p>
      <PostForm visitor={visit.visitor} action={action} withFile>
        <ChoiceField
          form={form}
          name="kind"
          label={words.question}
          choices={[
            { value: 'plans', label: words.plans, hint: words.plansHint },
            { value: 'noPlan', label: words.noPlan },
            { value: 'cannotAnswer', label: words.cannotAnswer },
          ]}
        />
        <TextField form={form} name="reason" label={words.reason} hint={words.onlyForReason} rows={3} />
        <PlanFields form={form} language={visit.language} />
        <SendButton label={words.send} />
      </PostForm>
    </section>
  );
}

function PlanFields({ form, language }: Pick<FormParts, 'form'> & Pick<Visit, 'language'>): VNode {
  const words = GATHERING_WORDS[language].form;
  return (
    <>
      <h3 class="h4">{words.planHeading}</h3>
      <p>{words.planText}</p>
      <TextField form={form} name="title" label={words.planTitle} />
      <ChoiceField
        form={form}
        name="statutory"
        label={words.statutory}
        optional
        choices={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
      />
      <TextField form={form} name="basis" label={words.basis} optional />
      <SelectField
        form={form}
        name="status"
        label={words.planStatus}
        choices={PLAN_STATUSES.map((status) => ({ value: status, label: words.statuses[status] }))}
      />
      <DateField form={form} name="from" label={words.from} optional />
      <DateField form={form} name="to" label={words.to} optional />
      <TextField form={form} name="goals" label={words.goals} hint={words.onePerLine} rows={4} optional />
      <TextField
        form={form}
        name="interventions"
        label={words.interventions}
        hint={words.onePerLine}
        rows={4}
        optional
      />
      <FileField form={form} name="document" label={words.document} hint={words.documentHint} optional />
    </>
  );
}
