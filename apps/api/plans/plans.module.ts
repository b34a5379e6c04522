import { Module } from '@nestjs/common';
import { CourseController } from './course.controller.js';
import { PlanReadsController } from './plan-reads.controller.js';
import { PlansController } from './plans.controller.js';

@Module({
  controllers: [CourseController, PlanReadsController, PlansController],
})
export class PlansModule {}
