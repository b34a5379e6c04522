import type { DataSource, EntityManager } from 'typeorm';

type Query = (sql: string, parameters?: unknown[]) => Promise<unknown>;

/**
 * A data source between whose statements something happens.
 * @param between Called with each statement after it was answered, and waited for.
 */
export function interposed(dataSource: DataSource, between: (sql: string) => Promise<void>): DataSource {
  const heard = <T extends object>(target: T, query: Query): T =>
    new Proxy(target, {
      get(of, name) {
        if (name === 'query') {
          return async (sql: string, parameters?: unknown[]): Promise<unknown> => {
            const answer = await query(sql, parameters);
            await between(sql);
            return answer;
          };
        }
        const value: unknown = Reflect.get(of, name, of);
        return typeof value === 'function' ? (value as () => unknown).bind(of) : value;
      },
    });
  const source = heard(dataSource, (sql, parameters) => dataSource.query(sql, parameters));
  return new Proxy(source, {
    get(of, name) {
      if (name !== 'transaction') return Reflect.get(of, name) as unknown;
      return (...given: unknown[]): Promise<unknown> => {
        const work = given.at(-1) as (manager: EntityManager) => Promise<unknown>;
        const within = (manager: EntityManager): Promise<unknown> =>
          work(heard(manager, (sql, parameters) => manager.query(sql, parameters)));
        return (dataSource.transaction as (...all: unknown[]) => Promise<unknown>)(
          ...given.slice(0, -1),
          within,
        );
      };
    },
  });
}
