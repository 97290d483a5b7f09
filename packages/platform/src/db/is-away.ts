/** Of PostgreSQL: connection lost, shutting down, out of resources; of the socket. */
const awayCode = /^(08|57P|53|ECONN|EPIPE|ETIMEDOUT)/
/** Of the driver, which gives these no code. */
const awayWords = /^(Connection terminated|timeout exceeded when trying to connect)/

/** Whether an error says that the database cannot be asked just now, however deep: the same again may succeed. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return (
    awayCode.test(typeof code === 'string' ? code : '') ||
    awayWords.test(error.message) ||
    isAway(error.cause)
  )
}
