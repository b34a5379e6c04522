import type { da } from './catalogue.da.js';
import { dateWriter, periodWriter } from './written-dates.js';

const date = dateWriter('en-GB');

const last = (what: string, deadline: string | null): readonly string[] =>
  deadline === null ? [] : [`${what} by ${deadline}.`];

/** The English texts. */
export const en: typeof da = {
  notices: {
    citizenQuestion: {
      subject: 'You have a message',
      heading: 'We have a question for you',
      paragraphs: ({ deadline }) => [
        'We would like to know what you think of a proposal. It is voluntary, and the answer is up to you.',
        ...last('Please answer', deadline),
      ],
      action: 'Read the question and answer',
    },
    consentRenewal: {
      subject: 'You have a message',
      heading: 'An answer will soon run out',
      paragraphs: ({ deadline }) => [
        'An answer that we were given earlier will soon no longer be valid. See whether to renew it.',
        ...last('Please do so', deadline),
      ],
      action: 'See the answer',
    },
    consentConfirmation: {
      subject: 'You have a message',
      heading: 'Please confirm an answer',
      paragraphs: ({ deadline }) => [
        'We have written down an answer. It is not valid until it has been confirmed.',
        ...last('Please confirm it, or say no,', deadline),
      ],
      action: 'See the answer',
    },
    consentChanged: {
      subject: 'You have a message',
      heading: 'There is news about an answer',
      paragraphs: () => [
        'An answer that is about you or somebody close to you was written down or changed. Tell us if it is not right.',
      ],
      action: 'See the answer',
    },
    sayChanged: {
      subject: 'You have a message',
      heading: 'There is news about who has a say',
      paragraphs: () => [
        'It was written down that somebody has, is to have or no longer has a say in a matter that you take part in. Tell us if it is not right.',
      ],
      action: 'See who takes part',
    },
    partEnded: {
      subject: 'You have a message',
      heading: 'You no longer take part',
      paragraphs: () => [
        'You no longer take part in a matter that you took part in. You will get no more messages about it. Tell us if it is not right.',
      ],
      action: 'Go to the pages',
    },
    confirmationAsked: {
      subject: 'You have a message',
      heading: 'Something is to be confirmed by somebody else',
      paragraphs: ({ deadline }) => [
        'One of your colleagues noted something that counts only, or goes on counting only, once somebody else has looked at it.',
        ...last('Please see to it', deadline),
      ],
      action: 'See what waits',
    },
    gatheringRequest: {
      subject: 'You have a message',
      heading: 'We need information from you',
      paragraphs: ({ deadline }) => [
        'Please answer some questions. You may also answer that you have nothing.',
        ...last('Please answer', deadline),
      ],
      action: 'Read the questions and answer',
    },
    gatheringReminder: {
      subject: 'Reminder: You have a message',
      heading: 'We still need information from you',
      paragraphs: ({ deadline }) => [
        'We have asked you to answer some questions. We have not had your answer yet.',
        ...last('Please answer', deadline),
      ],
      action: 'Read the questions and answer',
    },
    meetingProposal: {
      subject: 'You have a message about a meeting',
      heading: 'When can you meet?',
      paragraphs: ({ deadline }) => [
        'We suggest some times for a meeting. Tell us which of them suit you.',
        ...last('Please answer', deadline),
      ],
      action: 'See the times and answer',
    },
    proposalReminder: {
      subject: 'Reminder: You have a message about a meeting',
      heading: 'When can you meet?',
      paragraphs: ({ deadline }) => [
        'We have suggested some times for a meeting. We have not had your answer yet.',
        ...last('Please answer', deadline),
      ],
      action: 'See the times and answer',
    },
    meetingInvitation: {
      subject: 'You have a message about a meeting',
      heading: 'You are invited to a meeting',
      paragraphs: ({ time, deadline }) => [
        `The meeting is on ${time}.`,
        'Tell us whether you will come.',
        'If the time suits you badly, ask for another one when you answer on the page.',
        ...last('Please answer', deadline),
      ],
      action: 'Read about the meeting and answer',
    },
    meetingChange: {
      subject: 'You have a message about a meeting',
      heading: 'A meeting has changed',
      paragraphs: ({ time, deadline }) => [
        `The meeting is now on ${time}.`,
        'Tell us whether you will still come.',
        'If the time suits you badly, ask for another one when you answer on the page.',
        ...last('Please answer', deadline),
      ],
      action: 'Read about the meeting and answer',
    },
    meetingCancellation: {
      subject: 'You have a message about a meeting',
      heading: 'A meeting is cancelled',
      paragraphs: ({ time }) => [`The meeting on ${time} is cancelled. You need not do anything.`],
      action: 'See your messages',
    },
    invitationReminder: {
      subject: 'Reminder: You have a message about a meeting',
      heading: 'Will you come to the meeting?',
      paragraphs: ({ time, deadline }) => [
        `You are invited to a meeting on ${time}. We have not had your answer yet.`,
        ...last('Please answer', deadline),
      ],
      action: 'Read about the meeting and answer',
    },
    agenda: {
      subject: 'You have a message about a meeting',
      heading: 'The agenda for the meeting is ready',
      paragraphs: ({ time }) => [`The meeting is on ${time}.`],
      action: 'Read the agenda',
    },
    approvalRequest: {
      subject: 'You have a message',
      heading: 'Please read and approve a text',
      paragraphs: ({ deadline }) => [
        'You can approve the text, or you can write what should be changed.',
        ...last('Please answer', deadline),
      ],
      action: 'Read the text and answer',
    },
    approvalReminder: {
      subject: 'Reminder: You have a message',
      heading: 'We still need your answer about a text',
      paragraphs: ({ deadline }) => [
        'We have asked you to read and approve a text. We have not had your answer yet.',
        ...last('Please answer', deadline),
      ],
      action: 'Read the text and answer',
    },
    approvalRecorded: {
      subject: 'You have a message',
      heading: 'An answer of yours has been noted',
      paragraphs: () => [
        'You said no to a text earlier. Now it has been noted that you said yes in writing. If that is not right, tell us.',
      ],
      action: 'See the answer',
    },
    versionReady: {
      subject: 'You have a message',
      heading: 'There is a new document for you',
      paragraphs: () => ['You can read the document now.'],
      action: 'Read the document',
    },
    agreementReminder: {
      subject: 'Reminder: You have an agreement',
      heading: 'Remember an agreement',
      paragraphs: ({ deadline }) => [
        'There is an agreement that you are responsible for. Tell us how it is going.',
        ...last('It is to be kept', deadline),
      ],
      action: 'See the agreement',
    },
    requestMade: {
      subject: 'You have a message',
      heading: 'There is a new wish for you to answer',
      paragraphs: ({ deadline }) => [
        'Somebody has wished for something. Read the wish and answer yes or no.',
        ...last('Please answer', deadline),
      ],
      action: 'Read the wish and answer',
    },
    requestAnswered: {
      subject: 'You have a message',
      heading: 'You have an answer',
      paragraphs: () => ['You asked us for something, and now we have answered.'],
      action: 'Read the answer',
    },
    handoverProposal: {
      subject: 'You have a message',
      heading: 'Will you take over a task?',
      paragraphs: ({ deadline }) => [
        'A colleague suggests that you take over a task. You can say yes or no.',
        ...last('Please answer', deadline),
      ],
      action: 'Read about the task and answer',
    },
    handoverReminder: {
      subject: 'Reminder: You have a message',
      heading: 'Will you take over a task?',
      paragraphs: ({ deadline }) => [
        'A colleague has suggested that you take over a task. We have not had your answer yet.',
        ...last('Please answer', deadline),
      ],
      action: 'Read about the task and answer',
    },
    coordinationGiven: {
      subject: 'You have a message',
      heading: 'You have been made responsible',
      paragraphs: () => ['You are now the one who is responsible. See what is waiting for you.'],
      action: 'See what is waiting',
    },
    deputyAppointed: {
      subject: 'You have a message',
      heading: 'You are to stand in for a colleague',
      paragraphs: ({ time }) => [
        `You are to stand in for a colleague ${time}.`,
        'In that time you get the messages that your colleague would get. Tell your colleague if it does not suit you.',
      ],
      action: 'See what it is about',
    },
    deputyBegun: {
      subject: 'You have a message',
      heading: 'You now stand in for a colleague',
      paragraphs: ({ time }) => [`You stand in for a colleague ${time}. See what is waiting for you.`],
      action: 'See what is waiting',
    },
    deputyEnded: {
      subject: 'You have a message',
      heading: 'You no longer stand in for a colleague',
      paragraphs: () => ['The time in which you stood in for a colleague is over. You need not do anything.'],
      action: 'See your messages',
    },
    coordinatorNamed: {
      subject: 'You have a message',
      heading: 'There is news about who the contact is',
      paragraphs: () => ['Somebody new is now responsible. See who it is.'],
      action: 'See who the contact is',
    },
    courseEnded: {
      subject: 'You have a message',
      heading: 'Something that you took part in has ended',
      paragraphs: () => [
        'Nothing more is to be done. Sign in if you want to see what you still have access to.',
      ],
      action: 'See your messages',
    },
    coordinatorMissing: {
      subject: 'You have a message',
      heading: 'You are to choose who is responsible',
      paragraphs: ({ deadline }) => [
        'Whoever was responsible in your team no longer is. Choose who is now.',
        ...last('Please do so', deadline),
      ],
      action: 'Choose somebody new',
    },
    coordinatorReminder: {
      subject: 'Reminder: A task is waiting',
      heading: 'A task is waiting for you',
      paragraphs: ({ deadline }) => [
        'There is a task that is not done yet.',
        ...last('Please finish it', deadline),
      ],
      action: 'See the task',
    },
    coordinatorTold: {
      subject: 'You have a message',
      heading: 'There is something for you to decide',
      paragraphs: ({ deadline }) => [
        'Something has happened, or has not happened in time. See what it is and what you can do.',
        ...last('Please do so', deadline),
      ],
      action: 'See what has happened',
    },
    teamLeaderTold: {
      subject: 'You have a message',
      heading: 'There is something for you as leader to decide',
      paragraphs: ({ deadline }) => [
        'A task in your team was not done in time. See what is missing.',
        ...last('Please do so', deadline),
      ],
      action: 'See the task',
    },
    partyLeaderTold: {
      subject: 'You have a message',
      heading: 'We still need an answer from your unit',
      paragraphs: ({ deadline }) => [
        'We have asked somebody in your unit for an answer. We have not had it yet, even after several reminders.',
        ...last('We need the answer', deadline),
      ],
      action: 'See what is missing',
    },
    meetingDeputy: {
      subject: 'You have a message',
      heading: 'You take part in a meeting instead of a colleague',
      paragraphs: () => [
        'A colleague has written that you take part in a meeting instead. Until the meeting is over you can see what your colleague can see.',
      ],
      action: 'See the meeting',
    },
    representativeMissing: {
      subject: 'You have a message',
      heading: 'Name a colleague',
      paragraphs: ({ deadline }) => [
        'Somebody who answered for your unit in a joint effort no longer works with you. Please name a colleague instead.',
        'Until then, what we have asked of your unit waits.',
        ...last('Please do so', deadline),
      ],
      action: 'Name a colleague',
    },
    taskRaised: {
      subject: 'You have a message',
      heading: 'You have a task',
      paragraphs: ({ deadline }) => ['There is a new task for you.', ...last('Please finish it', deadline)],
      action: 'See the task',
    },
    accessLink: {
      subject: 'You have a message',
      heading: 'Here is your link',
      paragraphs: () => [
        'You were given a code in another way, for instance by telephone. The link works together with the code only, and only once.',
        'If you were given no code, or do not expect a link, call the person whom you know here.',
      ],
      action: 'Open the link and write the code',
    },
  },
  greeting: (firstName) => (firstName === null ? 'Hello' : `Hello ${firstName}`),
  bundle: (count) => `You have ${count} messages`,
  mailClosing: [
    'You read the rest on the page, once we know that it is you. We do not write more here, because a mail can be read by others.',
    'This mail was sent automatically. You cannot reply to it.',
  ],
  letter: {
    contact: (name, telephone) => `If you have any questions, please call ${name} at ${telephone}.`,
    link: (link) => `You can also read more and answer at ${link}`,
    enclosed: 'It is enclosed with this letter.',
    farewell: 'Kind regards',
  },
  callNote: {
    before:
      'Say nothing until you are sure that you speak to the right person. Leave no message on an answering machine.',
    after: 'Write down afterwards whether you reached the person.',
  },
  meeting: 'Meeting',
  date,
  period: periodWriter({ date, at: 'at', until: 'to', separator: ':' }),
};
