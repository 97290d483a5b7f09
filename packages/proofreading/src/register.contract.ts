/** What the texts are held against: the units, people and words of an office. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])

export const levels = ['error', 'warn', 'hint'] as const
export type Level = (typeof levels)[number]

export const RegisteredUnit = Type.Object(
  { name: Type.String(), shortNames: Type.Array(Type.String()), formerNames: Type.Array(Type.String()) },
  closed,
)
export type RegisteredUnit = Static<typeof RegisteredUnit>

/** `titles` empty: what they are is not known and not judged. */
export const RegisteredPerson = Type.Object(
  { name: Type.String(), titles: Type.Array(Type.String()) },
  closed,
)
export type RegisteredPerson = Static<typeof RegisteredPerson>

/** One line of 用语规范; `right` null: not to be used, and nothing to put in its place. */
export const OfficeWord = Type.Object(
  {
    wrong: Type.String({ minLength: 1 }),
    right: Nullable(Type.String()),
    reason: Nullable(Type.String()),
    level: Type.Enum(levels),
  },
  closed,
)
export type OfficeWord = Static<typeof OfficeWord>

export const Register = Type.Object(
  {
    units: Type.Array(RegisteredUnit),
    people: Type.Array(RegisteredPerson),
    words: Type.Array(OfficeWord),
  },
  closed,
)
export type Register = Static<typeof Register>
