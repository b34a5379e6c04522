import { All, Controller } from '@nestjs/common';
import { OpenPage } from '../../http/access.js';
import { PageProblem } from '../../http/page-problem.js';

/** Every address that no other controller has, so that guards and frame are as on every page. */
@Controller()
export class NotFoundController {
  @All('{*path}')
  @OpenPage()
  nothing(): never {
    throw new PageProblem('PAGE.NOT_FOUND');
  }
}
