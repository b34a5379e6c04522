import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FiguresReading } from '../../../libs/evaluation/figures.reading.js';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import {
  FIGURES_EXAMPLE,
  type FiguresQuery,
  figuresQuery,
  type FiguresView,
  figuresView,
} from './figures.schema.js';

/** Figures for evaluation, in which nobody can be recognised. */
@ApiTags('figures')
@Controller('figures')
export class FiguresController {
  constructor(private readonly figures: FiguresReading) {}

  @Get()
  @ReadOperation({
    id: 'getFigures',
    summary: 'Figures of a quarter',
    description:
      'For programme leads, about the plans of their organisation and of those below it. Told from an hour after the quarter, fixed ' +
      'when they are first told. Small numbers are hidden, and so is what would give them away.',
    answer: figuresView,
    example: FIGURES_EXAMPLE,
    errors: ['ACTOR.NOT_PERMITTED', 'FIGURES.QUARTER_NOT_OVER'],
  })
  getFigures(
    @Req() request: ApiRequest,
    @Query({ schema: figuresQuery }) { quarter, by }: FiguresQuery,
  ): Promise<FiguresView> {
    return this.figures.quarter(viewerOf(request, 'getFigures'), quarter, by);
  }
}
