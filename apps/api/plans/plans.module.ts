import { Module } from '@nestjs/common';
import { CourseController } from './course.controller.js';
import { PlanReadsController } from './plan-reads.controller.js';
import { PlansController } from './plans.controller.js';
import { PlanListService } from './plan-list.service.js';

@Module({
  controllers: [CourseController, PlanReadsController, PlansController],
  providers: [PlanListService],
})
export class PlansModule {}
