import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAccount, openSignIn } from '@jianbao/platform/access'
import { migrate, openEmbedded } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'

/** Accounts of the test personas; both know the same password. */
export const testAccounts = {
  'signed-in': 'reader',
  administrator: 'keeper',
  password: 'a-password-for-tests',
  secret: 'a-secret-for-tests-that-is-long-enough',
} as const
const { password, secret } = testAccounts

const cache = join(import.meta.dirname, '../../../node_modules/.cache/jianbao-testkit')

/** A migrated database with the personas' accounts, made once and kept: opening a copy takes a tenth of the time. */
export async function databaseTemplate(): Promise<Blob> {
  const migrations = await allMigrations()
  const hash = createHash('sha256')
  hash.update(JSON.stringify([2, password, migrations.map(migration => migration.checksum)]))
  const path = join(cache, `${hash.digest('hex').slice(0, 20)}.tar`)
  const kept = await readFile(path).catch(() => null)
  if (kept) return new Blob([kept])
  const connection = await openEmbedded({})
  await migrate(connection, migrations)
  const signIn = openSignIn({ db: connection.db, secret, secureCookies: false })
  for (const persona of ['signed-in', 'administrator'] as const) {
    const username = testAccounts[persona]
    const role = persona === 'administrator' ? persona : null
    await createAccount(signIn, { username, name: username, password, role })
  }
  const dump = await connection.client.dumpDataDir('none')
  await connection.close()
  await mkdir(cache, { recursive: true })
  const temporary = `${path}.${randomUUID()}`
  await writeFile(temporary, Buffer.from(await dump.arrayBuffer()))
  await rename(temporary, path)
  return dump
}
