import { Controller, Get, Param, Req } from '@nestjs/common';
import { Vault } from '../../../../libs/persistence/vault.js';
import { SeeOther } from '../../http/page.js';
import { PageProblem } from '../../http/page-problem.js';
import type { PageRequest } from '../../http/visit.js';

/** Where links in mails lead that only the one who got the mail can follow: on to the page, after signing in. */
@Controller('to')
export class MailedPathController {
  constructor(private readonly vault: Vault) {}

  @Get(':token')
  follow(@Req() { visit }: PageRequest, @Param('token') token: string): never {
    const personId = visit.visitor?.actor.personId;
    const path = personId === undefined ? null : this.vault.cipher.paths.open(personId, token);
    // Somebody else's link is as if there were no page.
    if (path === null) throw new PageProblem('PLAN.NOT_FOUND');
    throw new SeeOther(`/${path}`);
  }
}
