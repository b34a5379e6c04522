import { Module } from '@nestjs/common';
import { TeamDirectory } from './team-directory.js';
import { RegisterController } from './register.controller.js';
import { RegisterService } from './register.service.js';
import { SignInDirectory } from './sign-in-directory.js';

@Module({
  controllers: [RegisterController],
  providers: [RegisterService, TeamDirectory, SignInDirectory],
})
export class RegisterModule {}
