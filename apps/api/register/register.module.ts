import { Module } from '@nestjs/common';
import { FormedTeams } from './formed-teams.js';
import { RegisterController } from './register.controller.js';
import { RegisterService } from './register.service.js';
import { RegisterReadsService } from './register-reads.service.js';
import { SignInEntries } from './sign-in-entries.js';

@Module({
  controllers: [RegisterController],
  providers: [RegisterService, RegisterReadsService, FormedTeams, SignInEntries],
})
export class RegisterModule {}
