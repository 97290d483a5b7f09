/**
 * The second factor: six digits that change every half minute (TOTP, RFC 6238), and codes to fall back on. Kept in
 * better-auth's table under its secret, so that its second step of the sign-in reads what is set up here.
 */
import { timingSafeEqual } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Database, rowsOf, withRole } from '../db/index.ts'
import { readableLetters } from './passwords.ts'
import type { SignIn } from './sign-in.ts'

const issuer = '简报台'
const stepSeconds = 30
const backupCodeCount = 10

/** What a person is shown once while they set it up. */
export type SecondFactorEnrolment = {
  /** For the QR code. */
  readonly uri: string
  /** The same secret to be typed, in groups of four. */
  readonly secret: string
  readonly backupCodes: readonly string[]
}

/** Secret and codes for somebody who begins; `record` writes them down, not yet in force, inside a transaction. */
export async function beginSecondFactor(signIn: SignIn, username: string) {
  const { generateRandomString } = await import('better-auth/crypto')
  const secret = generateRandomString(32)
  const backupCodes = newBackupCodes()
  const [sealed, codes] = await Promise.all([seal(signIn, secret), seal(signIn, JSON.stringify(backupCodes))])
  const otp = (await import('@better-auth/utils/otp')).createOTP(secret)
  const uri = otp.url(issuer, username)
  const shown: SecondFactorEnrolment = {
    uri,
    secret: (new URL(uri).searchParams.get('secret') ?? '').replace(/(.{4})(?=.)/g, '$1 '),
    backupCodes,
  }
  const record = (tx: Database, userId: string): Promise<boolean> =>
    withRole(tx, 'owner', async () => {
      const rows = await rowsOf(
        tx,
        sql`insert into account_two_factor (id, user_id, secret, backup_codes, verified)
          values (${crypto.randomUUID()}, ${userId}, ${sealed}, ${codes}, false)
          on conflict (user_id) do update set secret = excluded.secret, backup_codes = excluded.backup_codes,
            last_step = null where not account_two_factor.verified
          returning 1`,
      )
      return rows.length > 0
    })
  return { shown, record }
}

export type Claim = 'fresh' | 'used' | 'wrong' | 'absent'

/**
 * Whether `code` is one of the app's present codes, and takes it: no code counts twice, whoever comes with it first.
 * `pending`: for a second factor that is not in force yet. Atomic, also among several servers.
 */
export async function claimCode(
  signIn: SignIn,
  tx: Database,
  userId: string,
  code: string,
  pending = false,
): Promise<Claim> {
  const [row] = await rowsOf<{ secret: string }>(
    tx,
    sql`select secret from account_two_factor where user_id = ${userId} and verified = ${!pending}`,
  )
  if (!row) return 'absent'
  const step = await stepOf(await unseal(signIn, row.secret), code)
  if (step === null) return 'wrong'
  const claimed = await rowsOf(
    tx,
    sql`update account_two_factor set last_step = ${step}
      where user_id = ${userId} and secret = ${row.secret} and (last_step is null or last_step < ${step}) returning 1`,
  )
  return claimed.length ? 'fresh' : 'used'
}

/** Puts the second factor in force once its first code came; other sessions of the person end. */
export function confirmSecondFactor(tx: Database, userId: string, keepToken: string): Promise<void> {
  return withRole(tx, 'owner', async () => {
    await tx.execute(sql`update account_two_factor set verified = true, failed_verification_count = 0,
      locked_until = null where user_id = ${userId}`)
    await tx.execute(sql`update account_user set two_factor_enabled = true where id = ${userId}`)
    await tx.execute(sql`delete from account_session where user_id = ${userId} and token <> ${keepToken}`)
    await tx.execute(sql`update account_session set method = 'two-factor' where token = ${keepToken}`)
  })
}

/** Takes the second factor away; the session stays. */
export function dropSecondFactor(tx: Database, userId: string): Promise<void> {
  return withRole(tx, 'owner', async () => {
    await tx.execute(sql`update account_user set two_factor_enabled = false where id = ${userId}`)
    await tx.execute(sql`delete from account_two_factor where user_id = ${userId}`)
  })
}

/** New codes in place of all old ones; `record` writes them down inside a transaction. */
export async function renewBackupCodes(signIn: SignIn) {
  const backupCodes = newBackupCodes()
  const sealed = await seal(signIn, JSON.stringify(backupCodes))
  const record = (tx: Database, userId: string): Promise<boolean> =>
    withRole(tx, 'owner', async () => {
      const rows = await rowsOf(
        tx,
        sql`update account_two_factor set backup_codes = ${sealed} where user_id = ${userId} and verified returning 1`,
      )
      return rows.length > 0
    })
  return { backupCodes, record }
}

/** How many codes to fall back on are left; null without a second factor in force. */
export async function backupCodesLeft(signIn: SignIn, db: Database, userId: string): Promise<number | null> {
  const [row] = await rowsOf<{ codes: string }>(
    db,
    sql`select backup_codes as codes from account_two_factor where user_id = ${userId} and verified`,
  )
  return row ? (JSON.parse(await unseal(signIn, row.codes)) as string[]).length : null
}

function newBackupCodes(): string[] {
  return Array.from({ length: backupCodeCount }, () => `${readableLetters(5)}-${readableLetters(5)}`)
}

/** The time step whose code this is, one before and one after the present counted in; as better-auth counts. */
async function stepOf(secret: string, code: string): Promise<number | null> {
  const otp = (await import('@better-auth/utils/otp')).createOTP(secret)
  const present = Math.floor(Date.now() / 1000 / stepSeconds)
  for (const step of [present - 1, present, present + 1]) if (same(await otp.hotp(step), code)) return step
  return null
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

async function seal(signIn: SignIn, data: string): Promise<string> {
  const { symmetricEncrypt } = await import('better-auth/crypto')
  return symmetricEncrypt({ key: await keyOf(signIn), data })
}

async function unseal(signIn: SignIn, data: string): Promise<string> {
  const { symmetricDecrypt } = await import('better-auth/crypto')
  return symmetricDecrypt({ key: await keyOf(signIn), data })
}

async function keyOf(signIn: SignIn) {
  return (await (await signIn.load()).$context).secretConfig
}
