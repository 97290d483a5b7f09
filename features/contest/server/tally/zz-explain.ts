import { readFileSync } from 'node:fs'
import { openDatabase, rowsOf, sql } from '@jianbao/platform/db'
import { rulesOf } from '../../contract/rules.fixture.ts'
import { foldPart } from './fold-part.ts'

const scoring = (process.argv[2] ?? 'best') as 'best'
const connection = await openDatabase({
  url: 'postgres://jianbao@127.0.0.1:54399/bench',
  folder: '/tmp/tb/f',
})
const { db } = connection
const [c] = await rowsOf<{ no: number }>(db, sql`select no from contest where slug='bench'`)
const no = c!.no
const at = async (k: number) =>
  (
    await rowsOf<{ a: string }>(
      db,
      sql`select a.xid::text as a from contest_attempt a where contest_no=${no} order by a.xid offset ${k} limit 1`,
    )
  )[0]!.a
const r = { a: await at(300000), b: await at(320000) }
await db
  .transaction(async tx => {
    const [p] = await rowsOf<{ pid: number }>(tx as never, sql`select pg_backend_pid() as pid`)
    const cpu = () => {
      const f = readFileSync(`/proc/${p!.pid}/stat`, 'utf8').split(' ')
      return (Number(f[13]) + Number(f[14])) * 10
    }
    if (process.argv[3]) {
      await tx.execute(sql`set local auto_explain.log_min_duration=50`)
      await tx.execute(sql`set local auto_explain.log_analyze=on`)
      await tx.execute(sql`set local auto_explain.log_buffers=on`)
    }
    const before = cpu()
    const t0 = performance.now()
    console.log(
      await foldPart(tx as never, rulesOf({ scoring }), {
        contestNo: no,
        from: r!.a,
        to: r!.b,
        voids: false,
      }),
    )
    console.log('wall', Math.round(performance.now() - t0), 'cpu', cpu() - before)
    throw new Error('rollback')
  })
  .catch(e => console.log(e.message))
await connection.close()
