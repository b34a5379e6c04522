import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const OPEN_PAGE = 'kiplan:open-page';
export const PASSIVE_PAGE = 'kiplan:passive-page';
export const SENT_BY_MACHINE = 'kiplan:sent-by-machine';
export const TAKES_FILE = 'kiplan:takes-file';

/** A page that needs nobody to be signed in. Every other one does. */
export const OpenPage = (): CustomDecorator => SetMetadata(OPEN_PAGE, true);

/** A page that is not something the person does: the session does not go on because of it. */
export const PassivePage = (): CustomDecorator => SetMetadata(PASSIVE_PAGE, true);

/** What no browser's form sends, and what proves itself otherwise. */
export const SentByMachine = (): CustomDecorator => SetMetadata(SENT_BY_MACHINE, true);

/** A form with a file. */
export const TakesFile = (): CustomDecorator => SetMetadata(TAKES_FILE, true);
