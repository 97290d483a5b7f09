import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from '@jianbao/testkit'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openSheets } from './open-sheets.ts'
import type { Sheets } from './sheet.port.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let scripts = 0
const opened: Sheets[] = []
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterEach(async () => {
  for (const sheets of opened.splice(0)) await sheets.close()
})
afterAll(() => folder.remove())

/** A process that does this with every task. */
async function sheets(script: string, timeoutMs = 25_000): Promise<Sheets> {
  const path = join(folder.path, `${++scripts}.mjs`)
  await writeFile(path, `process.on('message', ({ file }) => { ${script} })`)
  const made = openSheets({ timeoutMs, memoryMb: 64, script: path })
  opened.push(made)
  return made
}

const check = (file: string) => ({ task: 'check', file, bytes: new Uint8Array() }) as const
const answer = 'process.send({ answer: null })'

test('a sheet that never ends is stopped, and the next one has a new process', async () => {
  const hangs = await sheets(`if (file === 'slow') for (;;); ${answer}`, 4_000)
  await expect(hangs.do(check('slow'))).rejects.toMatchObject({
    code: 'sheet-unusable',
    details: { file: 'slow' },
  })
  expect(await hangs.do(check('next'))).toBe(null)
})

test('a sheet that asks for much memory at once is its own problem alone', async () => {
  const fills = await sheets(`if (file === 'full') new Array(2e7).fill(1.5); ${answer}`)
  await expect(fills.do(check('full'))).rejects.toMatchObject({
    code: 'sheet-unusable',
    details: { reason: '内容太复杂，内存不够用' },
  })
  expect(await fills.do(check('next'))).toBe(null)
})

test('a process that breaks is an error of its task; a problem of the catalogue is told as such', async () => {
  const breaks = await sheets(
    `if (file === 'bad') throw new Error('broken'); if (file === 'gone') process.exit(3);
    if (file === 'locked') return process.send({ problem: { code: 'file-locked', details: { file } } }); ${answer}`,
  )
  await expect(breaks.do(check('bad'))).rejects.toThrow('ended with 1')
  await expect(breaks.do(check('gone'))).rejects.toThrow('ended with 3')
  await expect(breaks.do(check('locked'))).rejects.toMatchObject({ code: 'file-locked' })
  expect(await breaks.do(check('next'))).toBe(null)
})

test('it gets no settings of the server', async () => {
  const asked = await sheets('process.send({ answer: Object.keys(process.env) })')
  const names = (await asked.do(check('a'))) as unknown as string[]
  expect(names.filter(name => !name.startsWith('NODE_CHANNEL'))).toEqual([])
})

test('a stop of the server stops the task, and what waits behind it', async () => {
  const stop = new AbortController()
  const hangs = await sheets('for (;;);')
  const tasks = ['a', 'b'].map(file => hangs.do(check(file), { signal: stop.signal }))
  stop.abort()
  const ends = await Promise.allSettled(tasks)
  expect(ends.map(end => end.status === 'rejected' && end.reason.code)).toEqual([
    'server-busy',
    'server-busy',
  ])
})
