import type { VNode } from 'preact';
import { FieldGroup, FieldNotes, LabelWords } from './field-frame.js';
import { describedBy, type FieldParts } from './form-fields.js';

/** Something that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface ChoiceParts extends FieldParts {
  readonly choices: readonly Choice[];
  /** Whether several can be chosen. */
  readonly several?: boolean;
}

/** One of a few choices, or several of them. An error's link leads to the first. */
export function ChoiceField(parts: ChoiceParts): VNode {
  const { name, choices } = parts;
  return (
    <FieldGroup parts={parts}>
      <fieldset aria-describedby={describedBy(parts)}>
        <legend class="form-label">
          <LabelWords {...parts} />
        </legend>
        <FieldNotes {...parts} />
        {choices.map((choice, index) => (
          <ChoiceRow
            key={choice.value}
            parts={parts}
            choice={choice}
            id={index === 0 ? name : `${name}-${index}`}
          />
        ))}
      </fieldset>
    </FieldGroup>
  );
}

interface RowParts {
  readonly parts: ChoiceParts;
  readonly choice: Choice;
  readonly id: string;
}

function ChoiceRow({ parts, choice, id }: RowParts): VNode {
  const { form, name, several = false } = parts;
  const kind = several ? 'checkbox' : 'radio';
  const { value, label, hint } = choice;
  return (
    <div class={`form-group-${kind}`}>
      <input
        type={kind}
        id={id}
        name={name}
        value={value}
        class={`form-${kind}`}
        checked={form.values.all(name).includes(value)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint-of-choice`}
      />
      <label class="form-label" for={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <span class="form-hint" id={`${id}-hint-of-choice`}>
          {hint}
        </span>
      )}
    </div>
  );
}
