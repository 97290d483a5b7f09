import { type Role, roles } from '@jianbao/platform/access'
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const RoleName = Type.Unsafe<Role>(Type.String({ enum: [...roles] }))

const SessionUser = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    username: Type.String(),
    /** What they may do and where. */
    posts: Type.Array(
      Type.Object({ role: RoleName, unitId: Type.String(), unitName: Type.String() }, closed),
    ),
    mustChangePassword: Type.Boolean(),
    /** It must be changed because it has grown too old, not because it is a one-time password. */
    passwordLapsed: Type.Boolean(),
    mustSetUpSecondFactor: Type.Boolean(),
    /** Whether they sign in with a second factor, and whether they may do without. */
    secondFactor: Type.Boolean(),
    secondFactorRequired: Type.Boolean(),
    /** By the provider: the password here is of no account. */
    method: Type.String({ enum: ['password', 'two-factor', 'oidc'] }),
  },
  closed,
)

export const Session = Type.Object(
  {
    user: Type.Union([SessionUser, Type.Null()]),
    /** The sign-ins everybody may use, where demonstration data is shown. */
    demonstration: Type.Union([
      Type.Object(
        {
          password: Type.String(),
          people: Type.Array(
            Type.Object(
              { username: Type.String(), name: Type.String(), roles: Type.Array(RoleName) },
              closed,
            ),
          ),
        },
        closed,
      ),
      Type.Null(),
    ]),
    /** A provider people may sign in with instead; what its button says. */
    oidc: Type.Union([Type.Object({ name: Type.String() }, closed), Type.Null()]),
    /** What the pages about passwords tell people; the rest of the policy is the security administrator's. */
    rules: Type.Object(
      { passwordLength: Type.Integer(), passwordHistory: Type.Integer(), idleMinutes: Type.Integer() },
      closed,
    ),
    version: Type.String(),
  },
  closed,
)
export type Session = Static<typeof Session>

export const Password = Type.String({ minLength: 1, maxLength: 128 })
export const PasswordChange = Type.Object({ currentPassword: Password, newPassword: Password }, closed)

export const OwnSession = Type.Object(
  {
    id: Type.String(),
    /** Browser and system, `Chrome · Windows`; null where they are not known. */
    device: Type.Union([Type.String(), Type.Null()]),
    method: Type.String({ enum: ['password', 'two-factor', 'oidc'] }),
    startedAt: Type.String({ format: 'date-time' }),
    lastSeenAt: Type.String({ format: 'date-time' }),
    /** The one this request came with. */
    current: Type.Boolean(),
  },
  closed,
)
export const OwnSessions = Type.Object({ sessions: Type.Array(OwnSession) }, closed)
export const EndSession = Type.Object(
  { id: Type.String({ maxLength: 100, pattern: '^[0-9A-Za-z-]+$' }) },
  closed,
)
export const EndedSessions = Type.Object({ ended: Type.Integer() }, closed)

export const SecondFactor = Type.Object(
  {
    on: Type.Boolean(),
    /** Codes to fall back on that are left. */
    backupCodes: Type.Union([Type.Integer(), Type.Null()]),
    actions: Type.Array(Type.String({ enum: ['begin', 'renew-codes', 'switch-off'] })),
  },
  closed,
)
export const WithPassword = Type.Object({ password: Password }, closed)
export const WithCode = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) }, closed)
export const BackupCodes = Type.Object({ backupCodes: Type.Array(Type.String()) }, closed)
export const Enrolment = Type.Object(
  {
    /** For the QR code. */
    uri: Type.String(),
    /** The same secret, to be typed. */
    secret: Type.String(),
    /** Shown this once. */
    backupCodes: Type.Array(Type.String()),
  },
  closed,
)
