type Side = Record<string, unknown> | null

/** One field of a change; a side that has no such field is undefined. */
export type ChangeLine = { readonly field: string; readonly before?: unknown; readonly after?: unknown }

/** The fields of both sides in the order in which they were written down. */
export function changeLines(before: Side, after: Side): ChangeLine[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return fields.map(field => ({ field, before: before?.[field], after: after?.[field] }))
}
