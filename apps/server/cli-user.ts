import { Problem } from '@jianbao/errors'
import { findPosts } from '@jianbao/organisation/server'
import {
  forgetFailures,
  hashPassword,
  oneTimePassword,
  removeSecondFactor,
  setPassword,
} from '@jianbao/platform/access'
import { act } from '@jianbao/platform/audit'
import { systemClock } from '@jianbao/platform/clock'
import { type Database, FolderInUse, rowsOf, sql } from '@jianbao/platform/db'
import { readArguments, UsageError } from './cli-arguments.ts'
import { readConfig } from './config.ts'
import { openInstallation } from './open-installation.ts'

/** `jianbao user reset`: a new one-time password for somebody who cannot get in, when nobody else can give it either. */
export async function runUser(args: string[]): Promise<void> {
  const { values, files } = readArguments(
    args,
    { 'second-factor': { type: 'boolean' } },
    { least: 0, most: 2 },
  )
  const [verb, username] = files
  if (verb !== 'reset') throw new UsageError('user 之后要写 reset')
  if (!username) throw new UsageError('没有指明用户名')
  const { connection } = await openInstallation(readConfig(), error => console.error(error)).catch(
    explainOpening,
  )
  try {
    const alsoFactor = values['second-factor'] === true
    const { password, hadFactor } = await resetAccount(connection.db, username, alsoFactor)
    console.log(`用户 ${username} 的一次性密码：${password}`)
    console.log('只显示这一次，登录后须立即修改；原来的登录都已结束。')
    if (alsoFactor)
      console.log(hadFactor ? '两步验证已取消，登录后可重新设置。' : '该用户原来没有启用两步验证。')
    else if (hadFactor) console.log('两步验证仍然有效。手机丢失时，请加 --second-factor 一并取消。')
  } finally {
    await connection.close()
  }
}

/** Throws `bad-request` where nobody at work has the name. */
async function resetAccount(db: Database, username: string, alsoFactor: boolean) {
  const [user] = await rowsOf<{ id: string; hadFactor: boolean }>(
    db,
    sql`select id, two_factor_enabled as "hadFactor" from account_user
      where username = ${username.toLowerCase().replaceAll('\0', '')}`,
  )
  if (!user || !(await findPosts(db, user.id)))
    throw new Problem('bad-request', { reason: `没有“${username}”这个用户，或者已经离任。` })
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  const deed = {
    actor: { kind: 'system', id: 'command-line' },
    action: 'account.reset-password',
    object: user.id,
  } as const
  await act(db, systemClock, deed, async (tx, entry) => {
    await setPassword(tx, user.id, { hash, oneTime: true, at: systemClock.now() })
    await forgetFailures(tx, user.id)
    if (alsoFactor) await removeSecondFactor(tx, user.id)
    entry.words = username
    entry.after = { secondFactorRemoved: alsoFactor && user.hadFactor }
  })
  return { password, hadFactor: user.hadFactor }
}

function explainOpening(error: unknown): never {
  if (!(error instanceof FolderInUse)) throw error
  throw new Problem(
    'bad-request',
    {
      reason: `数据目录正被运行中的简报台使用（进程 ${error.pid}）。请先停止它，或请系统管理员在网页上重置。`,
    },
    { cause: error },
  )
}
