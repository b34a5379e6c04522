import { Module } from '@nestjs/common';
import { RegisterModule } from '../register/register.module.js';
import { MachineClientsController } from './machine-clients.controller.js';
import { MachineClientsService } from './machine-clients.service.js';

@Module({
  imports: [RegisterModule],
  controllers: [MachineClientsController],
  providers: [MachineClientsService],
})
export class MachineClientsModule {}
