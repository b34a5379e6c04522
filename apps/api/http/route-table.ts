import { Injectable } from '@nestjs/common';

interface Route {
  readonly pattern: RegExp;
  readonly methods: readonly string[];
}

/** Which methods a path has, filled from the API's own description once it stands. */
@Injectable()
export class RouteTable {
  private routes: readonly Route[] = [];

  /** @param paths Path templates such as `/api/v1/plans/{planId}` with the methods of each. */
  fill(paths: Readonly<Record<string, readonly string[]>>): void {
    this.routes = Object.entries(paths).map(([template, methods]) => ({
      pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}/?$`),
      methods: methods.map((method) => method.toUpperCase()),
    }));
  }

  /** The methods that a path can be asked with; none for a path that does not exist. */
  methodsOf(path: string): readonly string[] {
    return this.routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods);
  }
}
