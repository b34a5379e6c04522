import type { ConsentWording } from './consent-form.types.js';

/** Version 2026-1 in English. It has been shown to citizens: it is never changed, another text is another version. */
export const WORDING_2026_1_EN: ConsentWording = {
  title: 'Consent to the disclosure of information',
  introduction:
    'You decide who may get which information about you in your coordinating action plan. ' +
    'The consent is about disclosure only. That authorities hold information about you follows from law.',
  who: 'Who discloses the information',
  recipients: 'Who may get which information, and for how long',
  recipient: ({ name, kinds, from, to }) => `${name} may get: ${kinds}. From ${from} to ${to} inclusive.`,
  purpose: 'What the information is for',
  purposes: {
    coordination: 'It is for coordinating the help for you: to make the plan, hold meetings and follow up.',
    evaluation:
      'It is for finding out whether the help works. Nobody can tell who you are from what is published.',
  },
  basis: 'The rule that the consent is given under',
  bases: {
    healthAct43: 'The Danish Health Act, section 43. The consent lasts one year at most (section 44).',
    adminAct28: 'The Danish Public Administration Act, section 28(2)(1).',
    serviceAct: 'Danish social legislation.',
    gdprArticle9: 'The General Data Protection Regulation, article 9(2)(a).',
    custodyHolder:
      'Whoever holds custody consents for a child. The consent lasts no longer than until the child is 18.',
  },
  voluntary: 'It is voluntary',
  voluntaryLines: [
    'You can say no, and you can say yes to some and no to others.',
    'If you say no, the recipient does not get the information and cannot take part in the plan. You still get the help that you have a right to.',
  ],
  withdrawal: 'You can withdraw the consent at any time',
  withdrawalLines: [
    'You do it on the page of your plan, by telephone, or by telling your coordinator. It is as easy as giving it.',
    'From then on the recipient gets nothing more. What the recipient has already got is listed in your plan.',
  ],
  recorded: 'When and how',
  recordedLine: ({ date, manner, by, given }) => `${given} ${manner} on ${date}. Written down by ${by}.`,
  manners: { oral: 'orally', written: 'in writing', digital: 'digitally' },
  givers: {
    citizen: 'Given by yourself,',
    custodyHolder: 'Given by the holder of custody,',
    guardian: 'Given by the guardian,',
  },
  contact: 'Whom you can ask',
  contactLine: ({ name, telephone }) => (telephone === null ? name : `${name}, telephone ${telephone}`),
};
