import { AccessLinkModule } from './access-link/access-link.module.js';
import { AccessibilityModule } from './accessibility/accessibility.module.js';
import { FrontPageModule } from './front-page/front-page.module.js';
import { LanguageModule } from './language/language.module.js';
import { NotFoundModule } from './not-found/not-found.module.js';
import { SessionModule } from './session/session.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { SignOutModule } from './sign-out/sign-out.module.js';

/** One module per concern. What nobody else has comes last. */
export const PAGE_MODULES = [
  FrontPageModule,
  SignInModule,
  AccessLinkModule,
  SignOutModule,
  SessionModule,
  LanguageModule,
  AccessibilityModule,
  NotFoundModule,
];
