import type { DataSource, EntityManager } from 'typeorm';

class RolledBack extends Error {
  constructor(readonly result: unknown) {
    super('rolled back');
  }
}

/**
 * A data source whose transactions do everything that they do, answer as they answer, and leave nothing behind: so that
 * everything can be tried on one and the same plan.
 */
export function rollingBack(dataSource: DataSource): DataSource {
  return new Proxy(dataSource, {
    get(target, name) {
      if (name !== 'transaction') return bound(target, name);
      return async (...given: unknown[]): Promise<unknown> => {
        const work = given.at(-1) as (manager: EntityManager) => Promise<unknown>;
        const isolation = given.length > 1 ? [given[0]] : [];
        const never = async (manager: EntityManager): Promise<never> => {
          throw new RolledBack(await work(manager));
        };
        try {
          return await (target.transaction as (...all: unknown[]) => Promise<unknown>)(...isolation, never);
        } catch (error) {
          if (error instanceof RolledBack) return error.result;
          throw error;
        }
      };
    },
  });
}

function bound(target: DataSource, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name, target);
  return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
}
