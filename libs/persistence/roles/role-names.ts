/** The role under which everything is read for somebody, beside the one that the record writes in; nobody signs in as it. */
export function readerRoleOf(applicationRole: string): string {
  return `${applicationRole}_reader`;
}

/** The role that owns tables and functions; nobody signs in as it, whoever migrates works in it. */
export function ownerRoleOf(applicationRole: string): string {
  return `${applicationRole}_owner`;
}
