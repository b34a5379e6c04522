import { Body, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { OptionAnswer } from '../../../../libs/domain/meeting/meeting.types.js';
import { required } from '../../../../libs/domain/plan/errors.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import { PlanPagesReading } from '../../../../libs/reading/plan-pages.reading.js';
import { RegisterReading, type StaffMember } from '../../../../libs/reading/register.reading.js';
import type { VisibleMeeting } from '../../../../libs/reading/visible-parts.js';
import { type FormProblem, refusalProblem } from '../../forms/form-problem.js';
import { FormValues } from '../../forms/form-values.js';
import { PlanCommands } from '../../forms/plan-commands.js';
import { titled } from '../../forms/titled.js';
import { Page, SeeOther } from '../../http/page.js';
import { PlanId } from '../../http/parameters.js';
import { PlanPages } from '../../http/plan-page.decorator.js';
import { viewerOf } from '../../http/viewer-of.js';
import type { SignedInRequest } from '../../http/visit.js';
import { colleaguesOf } from '../../plan/colleagues.js';
import { CODE_WORDS } from '../../words/code.words.js';
import { DATES } from '../../words/dates.js';
import { timeField } from './meeting-forms.js';
import { MeetingPage } from './meeting-page.js';
import { MeetingsPage } from './meetings-page.js';
import { MEETING_WORDS } from './meetings.words.js';
import { canRespond, ownInvitation, ownTimes } from './own-part.js';

interface Shown {
  readonly head: PlanHead;
  readonly meeting: VisibleMeeting;
}

/** Meetings, and what somebody answers about them. */
@PlanPages('meetings')
export class MeetingsController {
  constructor(
    private readonly pages: PlanPagesReading,
    private readonly register: RegisterReading,
    private readonly commands: PlanCommands,
  ) {}

  @Get()
  async meetings(@Req() request: SignedInRequest, @PlanId() planId: string): Promise<Page> {
    const { visit } = request;
    const shown = await this.pages.meetings(viewerOf(request, 'listMeetings'), planId);
    return new Page(MEETING_WORDS[visit.language].title, <MeetingsPage visit={visit} shown={shown} />);
  }

  @Get(':meetingId')
  async meeting(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('meetingId') meetingId: string,
    @Query('done') done: unknown,
  ): Promise<Page> {
    const words = MEETING_WORDS[request.visit.language];
    const told = done === 'response' ? words.response.done : done === 'times' ? words.times.done : null;
    const shown = await this.#read(request, planId, meetingId);
    return this.#page(request, shown, given(shown), [], told);
  }

  @Post(':meetingId/response')
  async respond(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('meetingId') meetingId: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const { language } = request.visit;
    const words = MEETING_WORDS[language].response;
    const values = FormValues.of(body);
    const shown = await this.#read(request, planId, meetingId);
    const { head, meeting } = shown;
    const invitation = ownInvitation(head, meeting);
    // Nobody says yes to a time that they have not seen.
    if (
      invitation === null ||
      !canRespond(head, meeting) ||
      String(meeting.sequence) !== values.one('sequence')
    ) {
      return this.#page(request, shown, values, [{ field: null, message: words.moved }]);
    }
    const response = values.choice('response', ['accepted', 'tentative', 'declined']);
    if (response === null) {
      return this.#page(request, shown, values, [{ field: 'response', message: words.missing }]);
    }
    const colleagues = (await this.#colleagues(request)).map(({ personId }) => personId);
    const { participantId } = invitation;
    const refused = await this.commands.give(
      request,
      planId,
      {
        type: 'respondToInvitation',
        meetingId,
        participantId,
        response,
        deputyPersonId: values.choice('deputy', colleagues),
        ...(values.choice('wish', ['anotherTime']) === null ? {} : { wish: 'anotherTime' }),
      },
      head.seq,
    );
    if (refused === null) throw new SeeOther(`/plans/${planId}/meetings/${meetingId}?done=response`);
    return this.#page(request, shown, values, [refusalProblem(language, refused)]);
  }

  @Post(':meetingId/times')
  async answerTimes(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('meetingId') meetingId: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const { language } = request.visit;
    const values = FormValues.of(body);
    const shown = await this.#read(request, planId, meetingId);
    const { head, meeting } = shown;
    const chosen = meeting.options.map(({ optionId, from, to }) => ({
      optionId,
      when: DATES[language].period(from, to),
      answer: values.choice(timeField(optionId), ['yes', 'ifNeeded', 'no'] as const),
    }));
    const problems = chosen
      .filter(({ answer }) => answer === null)
      .map(({ optionId, when }) => ({
        field: timeField(optionId),
        message: MEETING_WORDS[language].times.missing(when),
      }));
    if (problems.length > 0) return this.#page(request, shown, values, problems);
    const answers = Object.fromEntries(
      chosen.map(({ optionId, answer }): [string, OptionAnswer] => [optionId, answer ?? 'no']),
    );
    const participantId = head.own[0] ?? '';
    const command = { type: 'answerProposal', meetingId, participantId, answers } as const;
    const refused = await this.commands.give(request, planId, command);
    if (refused === null) throw new SeeOther(`/plans/${planId}/meetings/${meetingId}?done=times`);
    return this.#page(request, shown, values, [refusalProblem(language, refused)]);
  }

  async #read(request: SignedInRequest, planId: string, meetingId: string): Promise<Shown> {
    const { head, part } = await this.pages.meetings(viewerOf(request, 'listMeetings'), planId);
    const meeting = part.find((one) => one.meetingId === meetingId);
    return { head, meeting: required(meeting, 'MEETING.NOT_FOUND', { field: 'meetingId' }) };
  }

  async #page(
    request: SignedInRequest,
    { head, meeting }: Shown,
    values: FormValues,
    problems: readonly FormProblem[],
    done: string | null = null,
  ): Promise<Page> {
    const { visit } = request;
    const form = { language: visit.language, values, problems };
    const colleagues = canRespond(head, meeting) ? await this.#colleagues(request) : [];
    const parts = { visit, head, meeting, colleagues, form, done };
    const title = CODE_WORDS[visit.language].meetingKinds[meeting.kind];
    return titled(title, form, <MeetingPage {...parts} />);
  }

  /** Those who work where the reader works, for whoever may see who works where. */
  async #colleagues(request: SignedInRequest): Promise<readonly StaffMember[]> {
    const { personId: own } = request.visit.visitor.actor;
    const colleagues = await colleaguesOf(this.register, request);
    return colleagues.filter(({ personId }) => personId !== own);
  }
}

/** The answers that were given before, to be changed. */
function given({ head, meeting }: Shown): FormValues {
  const invitation = ownInvitation(head, meeting);
  const times = ownTimes(head, meeting)?.answers ?? {};
  return FormValues.with({
    response: invitation?.response ?? '',
    deputy: invitation?.deputyPersonId ?? '',
    ...Object.fromEntries(Object.entries(times).map(([optionId, answer]) => [timeField(optionId), answer])),
  });
}
