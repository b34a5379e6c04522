import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Whether the database answers. */
@Injectable()
export class DatabaseReadiness {
  constructor(private readonly database: DataSource) {}

  /** Resolves if it does, and rejects if not. */
  async check(): Promise<void> {
    await this.database.query('SELECT 1');
  }
}
