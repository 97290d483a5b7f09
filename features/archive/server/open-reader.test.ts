import { afterEach, expect, test } from 'vitest'
import { openReader } from './open-reader.ts'
import { openReaders } from './open-readers.ts'
import type { Reader } from './reader.port.ts'

const readers: Reader[] = []
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close()
})

function reader(script: string, timeoutMs = 30_000): Reader {
  const source = `import { parentPort } from 'node:worker_threads'; parentPort.on('message', ({ name, bytes }) => { ${script} })`
  const opened = openReader({
    limitBytes: 1000,
    textLimitBytes: 1000,
    timeoutMs,
    script: new URL(`data:text/javascript,${encodeURIComponent(source)}`),
  })
  readers.push(opened)
  return opened
}

const still = new AbortController().signal
const file = (name: string) => ({ name, bytes: Buffer.from('简报'), recognise: false, learned: [] })
const answer = `parentPort.postMessage({ outcome: { text: name, encoding: 'utf-8', readings: [] } })`

test('progress is told, then the outcome', async () => {
  const shares: number[] = []
  const outcome = await reader(`parentPort.postMessage({ progress: 0.5 }); ${answer}`).read(
    file('a'),
    share => shares.push(share),
    still,
  )
  expect(outcome).toMatchObject({ text: 'a' })
  expect(shares).toEqual([0.5])
})

test('a file that never ends is stopped, and the next one is read by a new thread', async () => {
  const hangs = reader(`if (name === 'slow') for (;;); ${answer}`, 3_000)
  const outcome = await hangs.read(file('slow'), () => undefined, still)
  expect(outcome).toMatchObject({ problem: { code: 'file-unreadable', details: { file: 'slow' } } })
  expect(await hangs.read(file('next'), () => undefined, still)).toMatchObject({ text: 'next' })
})

test('a thread that breaks is an error of its file alone', async () => {
  const breaks = reader(
    `if (name === 'bad') throw new Error('broken'); if (name === 'gone') process.exit(3); ${answer}`,
  )
  await expect(breaks.read(file('bad'), () => undefined, still)).rejects.toThrow('broken')
  await expect(breaks.read(file('gone'), () => undefined, still)).rejects.toThrow('ended')
  expect(await breaks.read(file('next'), () => undefined, still)).toMatchObject({ text: 'next' })
})

test('a stop of the server stops the file', async () => {
  const stop = new AbortController()
  const reading = reader('for (;;);').read(file('a'), () => undefined, stop.signal)
  stop.abort()
  await expect(reading).rejects.toMatchObject({ code: 'server-busy' })
})

test('a file whose turn comes when the server stops already is not begun', async () => {
  const stop = new AbortController()
  const pool = openReaders(1, () => reader('for (;;);', 3_000))
  const readings = ['a', 'b'].map(name => pool.read(file(name), () => undefined, stop.signal))
  stop.abort()
  const ends = await Promise.allSettled(readings)
  expect(ends.map(end => end.status === 'rejected' && end.reason.code)).toEqual([
    'server-busy',
    'server-busy',
  ])
})

test.each(["throw new Error('broken while idle')", 'process.exit(3)'])(
  'a thread that dies between two files is replaced: %s',
  async death => {
    const dies = reader(`if (name === 'last') setTimeout(() => { ${death} }, 20); ${answer}`, 5_000)
    await dies.read(file('last'), () => undefined, still)
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(await dies.read(file('next'), () => undefined, still)).toMatchObject({ text: 'next' })
  },
)

test('several threads read at once; a file waits for one that is free', async () => {
  const slow = () => reader(`setTimeout(() => { ${answer} }, 200)`)
  const pool = openReaders(2, slow)
  const seen: string[] = []
  const read = (name: string) =>
    pool
      .read(file(name), () => undefined, still)
      .then(outcome => seen.push('text' in outcome ? outcome.text : ''))
  await Promise.all(['a', 'b', 'c'].map(read))
  expect([...seen].sort()).toEqual(['a', 'b', 'c'])
  expect(seen[2]).toBe('c')
})
