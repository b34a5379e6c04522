/** What statements can be given to: a data source, or a transaction's manager. */
export interface Queryable {
  query<T>(sql: string, parameters?: unknown[]): Promise<T>;
}
