import type { RolesLacking } from '@jianbao/platform/db'
import { ConfigError } from './config.ts'

/** Ends the process with one sentence about what is wrong and, where we know it, what to do. */
export function fail(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return `设置有误：${error.message}`
  if (!(error instanceof Error)) return String(error)
  // Told by name: these classes come from modules that may be what could not be loaded.
  if (error.name === 'FolderInUse') return `数据目录正被另一个简报台使用，请先停止它。（${error.message}）`
  if (error.name === 'MigrationError') return `数据库不能升级：${error.message}`
  if (error.name === 'RolesLacking') return `数据库用户权限不足。${howToGrant(error as RolesLacking)}`
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return `没有权限：${error.message}`
  if (code === 'ENOSPC') return '磁盘已满，无法启动。请清理后再试。'
  if (code === 'ECONNREFUSED') return '连不上 PostgreSQL，请检查 DATABASE_URL 和数据库服务。'
  if (code === 'EADDRNOTAVAIL') return `HOST 不是本机的地址：${error.message}`
  return error.stack ?? error.message
}

/** What to ask of whoever runs the database server. */
export function howToGrant({ orders }: RolesLacking): string {
  return `请数据库管理员执行一次：${orders.join(' ')} 或授予该用户 CREATEROLE 权限，然后重试。`
}
