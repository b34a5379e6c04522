import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PersonDirectory, type RegisteredPerson } from '../../../libs/identity/person-directory.js';
import { PersonEntity } from '../../../libs/persistence/entities/person.entity.js';

/** People who sign in, as the register knows them. */
@Injectable()
export class RegisterDirectory extends PersonDirectory {
  constructor(private readonly database: DataSource) {
    super();
  }

  async find(personId: string): Promise<RegisteredPerson | null> {
    const person = await this.database.getRepository(PersonEntity).findOne({
      where: { id: personId },
      select: { id: true, organisationId: true, organisationRoles: true },
    });
    if (person === null) return null;
    return { personId: person.id, organisationId: person.organisationId, roles: person.organisationRoles };
  }
}
