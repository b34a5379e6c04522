import { Inject, Injectable } from '@nestjs/common';
import type { Environment } from '../../../libs/config/environment.js';
import type { Assets } from '../../../libs/pages/assets.js';
import { renderPage } from '../../../libs/pages/render-page.js';
import { PORTAL_ASSETS } from '../assets.token.js';
import { ENVIRONMENT } from '../environment.token.js';
import type { Page } from '../http/page.js';
import type { Visit } from '../http/visit.js';
import { warningSeconds } from '../http/warning-seconds.js';
import { PageLayout } from './page-layout.js';

/** Puts pages into their frame. */
@Injectable()
export class PageFrame {
  readonly #warning: number;

  constructor(
    @Inject(PORTAL_ASSETS) private readonly assets: Assets,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {
    this.#warning = warningSeconds(environment);
  }

  /** A page as HTML, in the language of who asked for it. */
  html(page: Page, visit: Visit): string {
    const { address: asset } = this.assets;
    const { LOCAL_SETUP: localSetup } = this.environment;
    return renderPage(
      <PageLayout page={page} visit={visit} asset={asset} warning={this.#warning} localSetup={localSetup} />,
    );
  }
}
