import { afterEach, expect, test } from 'vitest'
import { openSheets } from './open-sheets.ts'
import type { Sheets } from './sheet.port.ts'

const opened: Sheets[] = []
afterEach(async () => {
  for (const sheets of opened.splice(0)) await sheets.close()
})

function sheets(script: string, timeoutMs = 30_000): Sheets {
  const source = `import { parentPort } from 'node:worker_threads'; parentPort.on('message', ({ file }) => { ${script} })`
  const made = openSheets({
    timeoutMs,
    script: new URL(`data:text/javascript,${encodeURIComponent(source)}`),
  })
  opened.push(made)
  return made
}

const check = (file: string) => ({ task: 'check', file, bytes: new Uint8Array() }) as const
const answer = 'parentPort.postMessage({ answer: null })'

test('a sheet that never ends is stopped, and the next one has a new thread', async () => {
  const hangs = sheets(`if (file === 'slow') for (;;); ${answer}`, 2_000)
  await expect(hangs.do(check('slow'))).rejects.toMatchObject({
    code: 'sheet-unusable',
    details: { file: 'slow' },
  })
  expect(await hangs.do(check('next'))).toBe(null)
})

test('a sheet that fills the memory is its own problem alone', async () => {
  const fills = sheets(
    `if (file === 'full') { const all = []; for (;;) all.push(new Array(1e5).fill({})) } ${answer}`,
  )
  await expect(fills.do(check('full'))).rejects.toMatchObject({ code: 'sheet-unusable' })
  expect(await fills.do(check('next'))).toBe(null)
})

test('a thread that breaks is an error of its task; a problem of the catalogue is told as such', async () => {
  const breaks = sheets(
    `if (file === 'bad') throw new Error('broken'); if (file === 'gone') process.exit(3);
    if (file === 'locked') return parentPort.postMessage({ problem: { code: 'file-locked', details: { file } } }); ${answer}`,
  )
  await expect(breaks.do(check('bad'))).rejects.toThrow('broken')
  await expect(breaks.do(check('gone'))).rejects.toThrow('ended')
  await expect(breaks.do(check('locked'))).rejects.toMatchObject({ code: 'file-locked' })
  expect(await breaks.do(check('next'))).toBe(null)
})

test('a stop of the server stops the task, and what waits behind it', async () => {
  const stop = new AbortController()
  const hangs = sheets('for (;;);')
  const tasks = ['a', 'b'].map(file => hangs.do(check(file), { signal: stop.signal }))
  stop.abort()
  const ends = await Promise.allSettled(tasks)
  expect(ends.map(end => end.status === 'rejected' && end.reason.code)).toEqual([
    'server-busy',
    'server-busy',
  ])
})
