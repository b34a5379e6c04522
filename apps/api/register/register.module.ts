import { Module } from '@nestjs/common';
import { TeamDirectory } from './team-directory.js';
import { RegisterAudit } from './register-audit.service.js';
import { RegisterController } from './register.controller.js';
import { RegisterService } from './register.service.js';
import { SignInDirectory } from './sign-in-directory.js';

@Module({
  controllers: [RegisterController],
  providers: [RegisterService, RegisterAudit, TeamDirectory, SignInDirectory],
  exports: [RegisterAudit],
})
export class RegisterModule {}
