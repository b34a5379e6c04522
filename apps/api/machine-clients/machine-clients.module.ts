import { Module } from '@nestjs/common';
import { MachineClientsController } from './machine-clients.controller.js';
import { MachineClientsService } from './machine-clients.service.js';

@Module({ controllers: [MachineClientsController], providers: [MachineClientsService] })
export class MachineClientsModule {}
