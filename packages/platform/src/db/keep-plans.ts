import type { ClientBase } from 'pg'
import { onceMark } from './query.ts'

/** So many plans are kept with a connection; what comes after them is planned each time. */
const mostPlans = 300

type Query = (statement: unknown, ...rest: unknown[]) => unknown

/** From here on statements that are marked by `plannedOnce` are prepared under a name on this connection. */
export function keepPlans(client: ClientBase): void {
  const query = client.query.bind(client) as Query
  const names = new Map<string, string>()
  const named = (statement: unknown): unknown => {
    const { text } = (typeof statement === 'object' && statement ? statement : {}) as { text?: string }
    if (!text?.endsWith(onceMark)) return statement
    const name = names.get(text) ?? `once-${names.size}`
    if (!names.has(text) && names.size >= mostPlans) return statement
    names.set(text, name)
    return { ...(statement as object), name }
  }
  const prepared: Query = (statement, ...rest) => query(named(statement), ...rest)
  client.query = prepared as ClientBase['query']
}
