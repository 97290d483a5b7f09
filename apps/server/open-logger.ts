import pino, { type DestinationStream, type Logger } from 'pino'

/** The log of the process; errors stand in it without the words people wrote. */
export function openLogger(level: string, destination: DestinationStream): Logger {
  return pino({ level, serializers: { err: tellError } }, destination)
}

type ToldError = {
  readonly type: string
  readonly message: string
  readonly code?: unknown
  readonly stack?: string
  readonly cause?: ToldError | string
}

/** A failed query carries its values, which are names and texts of people: only its statement is told. */
export function tellError(error: unknown): ToldError | string {
  if (!(error instanceof Error)) return String(error)
  const { stack, cause } = error
  const frames = stack?.split('\n').filter(line => /^ {4}at /.test(line))
  return {
    type: error.constructor.name,
    message: withoutValues(error.message),
    ...('code' in error ? { code: error.code } : {}),
    ...(frames ? { stack: frames.join('\n') } : {}),
    ...(cause === undefined ? {} : { cause: tellError(cause) }),
  }
}

/** Drizzle tells the values after the statement; PostgreSQL ends some messages with one: `… for type integer: "…"`. */
function withoutValues(message: string): string {
  return message.replace(/\nparams: [\s\S]*$/, '').replace(/: "[\s\S]*"$/, '')
}
