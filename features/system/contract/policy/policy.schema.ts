import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }

/** Within what the security administrator may choose: weaker would be careless, stricter would lock people out. */
export const policyBounds = {
  passwordLength: { least: 10, most: 32 },
  passwordHistory: { least: 1, most: 24 },
  /** Besides 0, which means never. */
  passwordDays: { least: 30, most: 730 },
  oneTimeHours: { least: 1, most: 168 },
  failures: { least: 3, most: 10 },
  restMinutes: { least: 1, most: 120 },
  idleMinutes: { least: 5, most: 720 },
} as const
export type PolicyField = keyof typeof policyBounds

const within = (field: PolicyField) =>
  Type.Integer({ minimum: policyBounds[field].least, maximum: policyBounds[field].most })

const fields = {
  /** Characters a password has at least. */
  passwordLength: within('passwordLength'),
  /** So many passwords before may not come back. */
  passwordHistory: within('passwordHistory'),
  /** Days after which a password must be changed; 0: never. */
  passwordDays: Type.Union([Type.Literal(0), within('passwordDays')]),
  /** Hours after which a one-time password lapses. */
  oneTimeHours: within('oneTimeHours'),
  /** Wrong passwords in a row after which a name rests. */
  failures: within('failures'),
  restMinutes: within('restMinutes'),
  /** Minutes without a deed after which a session ends. */
  idleMinutes: within('idleMinutes'),
}

export const SecurityPolicy = Type.Object(
  {
    ...fields,
    version: Type.Integer(),
    changedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
    changedBy: Type.Union([Type.String(), Type.Null()]),
    /** Whether administrators are made to use a second factor here; not in the demonstration. */
    secondFactorRequired: Type.Boolean(),
    /** Hours after which every session ends, however busy; fixed. */
    sessionHours: Type.Integer(),
    actions: Type.Array(Type.String({ enum: ['edit'] })),
  },
  closed,
)
export type SecurityPolicy = Static<typeof SecurityPolicy>

export const PolicyChange = Type.Object(
  { ...fields, version: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }) },
  closed,
)
export type PolicyChange = Static<typeof PolicyChange>
