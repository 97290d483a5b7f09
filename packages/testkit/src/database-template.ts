import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { enrolPerson } from '@jianbao/organisation/server'
import { openSignIn } from '@jianbao/platform/access'
import { systemClock } from '@jianbao/platform/clock'
import { type Database, migrate, openEmbedded, sql } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { accountPersonas, postOf, testUnits } from './personas.ts'

/** Accounts of the test personas; all know the same password, and their user names are their own. */
export const testAccounts = {
  username: (persona: string): string => persona.replaceAll('-', '_').replace('@', '.'),
  password: 'a-password-for-tests',
  secret: 'a-secret-for-tests-that-is-long-enough',
} as const
const { password, secret } = testAccounts

const cache = join(import.meta.dirname, '../../../node_modules/.cache/jianbao-testkit')

/** A migrated database with units and the personas' accounts, made once and kept: opening a copy takes a tenth of the time. */
export async function databaseTemplate(): Promise<Blob> {
  const migrations = await allMigrations()
  const hash = createHash('sha256')
  hash.update(JSON.stringify([5, password, migrations.map(migration => migration.checksum)]))
  const path = join(cache, `${hash.digest('hex').slice(0, 20)}.tar`)
  const kept = await readFile(path).catch(() => null)
  if (kept) return new Blob([kept])
  const connection = await openEmbedded({})
  await migrate(connection, migrations)
  await seedPersonas(connection.db)
  const dump = await connection.client.dumpDataDir('none')
  await connection.close()
  await mkdir(cache, { recursive: true })
  const temporary = `${path}.${randomUUID()}`
  await writeFile(temporary, Buffer.from(await dump.arrayBuffer()))
  await rename(temporary, path)
  return dump
}

/** Puts the test federation and its people into a migrated database. */
export async function seedPersonas(db: Database): Promise<void> {
  await addUnit(db, testUnits.city, testUnits.root, '990100', 'city', '云岭市科协')
  await addUnit(db, testUnits.county, testUnits.city, '990101', 'county', '溪口县科协')
  await addUnit(db, testUnits.sister, testUnits.root, '990200', 'city', '海州市科协')
  const services = { db, clock: systemClock, signIn: openSignIn({ db, secret, secureCookies: false }) }
  for (const persona of accountPersonas) {
    const post = postOf(persona)
    const unitId = testUnits[post?.unit ?? 'root']
    const username = testAccounts.username(persona)
    const posts = post ? [{ role: post.role, unitId }] : []
    await enrolPerson(services, { username, name: username, password, unitId, posts })
  }
  // One hash for all of them: whoever holds a password against it needs to do so once.
  const names = accountPersonas.map(testAccounts.username)
  await db.execute(sql`with theirs as (select c.id, min(c.password) over () as password from account_credential c
      join person p on p.id = c.user_id where p.username in ${names})
    update account_credential c set password = theirs.password from theirs where c.id = theirs.id`)
}

async function addUnit(
  db: Database,
  id: string,
  parentId: string,
  code: string,
  kind: string,
  name: string,
): Promise<void> {
  await db.execute(sql`insert into unit (id, path, parent_id, code, kind, name, search, created_at, updated_at)
    values (${id}, ${id}, ${parentId}, ${code}, ${kind}, ${name}, ${name}, now(), now())`)
  await db.execute(sql`update unit u set path = p.path || u.seq || '/'
    from unit p where p.id = u.parent_id and u.id = ${id}`)
}
