import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Config } from './config.ts'
import { demonstrationPeople } from './demonstration-people.ts'

export type SettledProfile = { readonly profile: Config['profile']; readonly notice: string | null }

/**
 * What a data folder was begun as, it stays: an installation with real accounts never gets the account everybody knows,
 * and a demonstration says that it is one.
 */
export async function settleProfile(db: Database, wished: Config['profile']): Promise<SettledProfile> {
  const rows = await rowsOf<{ username: string }>(db, sql`select username from account_user`)
  if (!rows.length) return { profile: wished, notice: null }
  const begun = rows.some(row => row.username === demonstrationPeople[0]!.username)
    ? 'demonstration'
    : 'empty'
  if (begun === wished) return { profile: begun, notice: null }
  const notice =
    begun === 'empty'
      ? '  此数据目录已有正式账号，不载入演示简报，也不开放演示登录。'
      : '  此数据目录是演示目录，仍可用演示账号登录。正式使用请另设 DATA_FOLDER。'
  return { profile: begun, notice }
}
