/**
 * Reports written and handed in, each by two requests of a unit lead (save, sign), spread over the units of the
 * federation. What is measured is all of a server but the socket: routing, session, schemas, transactions, audit.
 * Clients and servers share the processes, so that the time of both is counted.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { businessRoles } from '@jianbao/platform/access'
import { type Connection, rowsOf, sql } from '@jianbao/platform/db'
import { seedPersonas, testAccounts, testUnits } from '@jianbao/testkit'
import { rounded } from './result.ts'

/** Accounts of the test personas, whoever they are otherwise. */
export const writers = businessRoles.flatMap(role => [`${role}@city`, `${role}@sister`] as const)

export type Order = { readonly url: string; readonly seconds: number; readonly nth: number }
export type Share = { readonly handedIn: number; readonly statements: number; readonly cpuMs: number }
type Reached = {
  readonly perSecond: number
  readonly statementsPerReport: number
  readonly serverCpuMsPerReport: number
  readonly databaseCpuMsPerReport: number
}

/** People whose one post is that of the unit lead of a city, over all below it; to be done once. */
export async function seedWriters({ db }: Connection): Promise<void> {
  await seedPersonas(db)
  const names = writers.map(persona => testAccounts.username(persona))
  await db.execute(
    sql`delete from membership where person_id in (select id from person where username in ${names})`,
  )
  await db.execute(sql`insert into membership (id, person_id, unit_id, scope_path, role, granted_at)
    select gen_random_uuid(), p.id, u.id, u.path, 'unit-lead', now()
      from (select id, row_number() over (order by username) as nth from person where username in ${names}) p
      join (select id, path, row_number() over (order by path) as nth from unit
        where kind = 'city' and id not in (${testUnits.city}, ${testUnits.sister})) u using (nth)`)
}

/** How many came through in a second with so many server processes on one database. */
export async function measureHandingIn(
  connection: Connection,
  url: string,
  { seconds, processes = cpus().length }: { seconds: number; processes?: number },
): Promise<Reached> {
  const servers = Array.from({ length: processes }, () =>
    fork(new URL('./report-writer.ts', import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  )
  try {
    await Promise.all(servers.map((writer, nth) => ask(writer, { url, seconds, nth } satisfies Order)))
    const before = await databaseCpuMs(connection)
    const started = performance.now()
    const shares = (await Promise.all(servers.map(server => ask(server, 'go')))) as Share[]
    const took = (performance.now() - started) / 1000
    const used = (await databaseCpuMs(connection)) - before
    const sum = (of: keyof Share) => shares.reduce((all, share) => all + share[of], 0)
    const handedIn = sum('handedIn')
    return {
      perSecond: rounded(handedIn / took, 1),
      statementsPerReport: rounded(sum('statements') / handedIn, 1),
      serverCpuMsPerReport: rounded(sum('cpuMs') / handedIn, 2),
      databaseCpuMsPerReport: rounded(used / handedIn, 2),
    }
  } finally {
    for (const writer of servers) writer.kill()
  }
}

async function ask(writer: ChildProcess, message: Order | 'go'): Promise<unknown> {
  const answered = once(writer, 'message')
  const died = once(writer, 'exit').then(() => Promise.reject(new Error('a writer ended early')))
  writer.send(message)
  const [answer] = (await Promise.race([answered, died])) as [unknown]
  return answer
}

/** Processor time of the database's processes so far, those that ended included; nothing where /proc is not. */
async function databaseCpuMs({ db }: Connection): Promise<number> {
  const [row] = await rowsOf<{ pid: number }>(db, sql`select pg_backend_pid() as pid`)
  try {
    const postmaster = statOf(String(row!.pid))[1]!
    const ofChildren = readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .map(name => statOf(name))
      .filter(stat => stat[1] === postmaster)
      .reduce((sum, stat) => sum + Number(stat[11]) + Number(stat[12]), 0)
    const [waitedUser, waitedSystem] = statOf(postmaster).slice(13, 15)
    return (ofChildren + Number(waitedUser) + Number(waitedSystem)) * 10
  } catch {
    return Number.NaN
  }
}

/** The fields of /proc/PID/stat behind the name: state, parent, ... */
function statOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
