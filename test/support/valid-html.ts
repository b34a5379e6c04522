import { type ConfigData, HtmlValidate } from 'html-validate';

const CONFIG: ConfigData = {
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // The renderer closes what is void as XML does, which HTML takes.
    'void-style': 'off',
    // Assets come from ourselves, under addresses that name their content.
    'require-sri': 'off',
    // It stands where no script runs only, leads to a warning, and can be put off as often as somebody likes.
    'meta-refresh': 'off',
  },
};

/** What is wrong with a page's HTML: the rule, and what it says. */
export async function htmlProblems(html: string): Promise<string[]> {
  const report = await new HtmlValidate(CONFIG).validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
  );
}
