/** A process that is killed on the way from signature to print: the next one goes on, under the same number. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { openEmbedded, rowsOf, sql } from '@jianbao/platform/db'
import { temporaryFolder } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issuingOn, signFresh, stops } from './freeze-kill.fixture.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let signed: string
let seriesId: string
let id: string
const children: ChildProcess[] = []
const script = join(import.meta.dirname, 'freeze-kill.fixture.ts')

/** Starts it; resolves with what it said once that matches. */
function run(data: string, stop: string, until: RegExp): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [script, data, stop], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (until.test(said)) resolve({ child, said })
    })
    child.once('exit', code => code && reject(new Error(`ended with ${code}: ${said}`)))
  })
}
const ended = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null
    ? new Promise(resolve => child.once('exit', resolve))
    : Promise.resolve()

beforeAll(async () => {
  folder = await temporaryFolder()
  signed = join(folder.path, 'signed')
  const { child, said } = await run(signed, 'prepare', /\n/)
  await ended(child)
  ;[seriesId, id] = said.trim().split(' ') as [string, string]
}, 120_000)
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await folder.remove()
})

test.each(['signed', ...stops])(
  'killed at “%s”',
  async stop => {
    const data = join(folder.path, `at-${stop}`)
    await cp(signed, data, { recursive: true })
    if (stop !== 'signed') {
      const { child } = await run(data, stop, new RegExp(`at ${stop}`))
      child.kill('SIGKILL')
      await ended(child)
    }
    const connection = await openEmbedded({ folder: data })
    const { db } = connection
    const state = async () =>
      (
        await rowsOf(
          db,
          sql`select e.state, e.issue_no as no, (select count(*)::int from issue) as issues,
            (select count(*)::int from article_search) as found, (select count(*)::int from edition_step) as steps,
            (select count(*)::int from audit_entry where action = 'edition.issue') as entries,
            (select count(*)::int from pgboss.job where name = 'freeze-edition') as jobs
          from edition e where e.id = ${id}`,
        )
      )[0]
    if (stop !== 'signed')
      expect(await state(), 'it was killed before it was done').toMatchObject({
        state: 'signed',
        no: 1,
        issues: 0,
      })
    const errors: unknown[] = []
    const issuing = await issuingOn(
      connection,
      data,
      async () => undefined,
      error => errors.push(error),
    )
    await issuing.start()
    await issuing.settle()
    expect(errors).toEqual([])
    const whole = { state: 'issued', no: 1, issues: 1, found: 1, steps: 2, entries: 1, jobs: 0 }
    expect(await state()).toEqual(whole)
    await issuing.settle()
    expect(await state(), 'nothing is done twice').toEqual(whole)
    const next = await signFresh(connection, seriesId)
    const [after] = await rowsOf(db, sql`select issue_no as no from edition where id = ${next}`)
    expect(after).toEqual({ no: 2 })
    await issuing.close()
    await connection.close()
  },
  120_000,
)
