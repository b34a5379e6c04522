import { Module } from '@nestjs/common';
import { RegisterController } from './register.controller.js';
import { RegisterService } from './register.service.js';
import { RegisterReadsService } from './register-reads.service.js';

@Module({
  controllers: [RegisterController],
  providers: [RegisterService, RegisterReadsService],
})
export class RegisterModule {}
